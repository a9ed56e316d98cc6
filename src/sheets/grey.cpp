#include "base/grey.h"

#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

void turn(pages::Picture&) {}  // with its source
template <class Colored>
void turn(Colored& item) {
  const float grey = base::grey_of(item.color);
  item.color = {grey, grey, grey};
}

}  // namespace

void turn_grey(pages::Pages& pages) {
  for (pages::Page& page : pages.pages)
    for (pages::Item& item : page.items) std::visit([](auto& one) { turn(one); }, item);
  for (pages::PictureSource& picture : pages.pictures) picture.in_grey = true;
}

}  // namespace octavo::sheets
