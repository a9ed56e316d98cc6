#include "book/metadata.h"

#include <string_view>

#include "book/terms.h"

namespace octavo::book {

std::string Metadata::authors() const {
  std::vector<std::string_view> names;
  for (const Contributor& contributor : contributors) {
    if (contributor.role == "aut") names.push_back(contributor.name);
  }
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 == names.size()) {
      joined.append(" ").append(terms(language).conjunction).append(" ");
    } else if (i > 0) {
      joined += ", ";
    }
    joined += names[i];
  }
  return joined;
}

}  // namespace octavo::book
