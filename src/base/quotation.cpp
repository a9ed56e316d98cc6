#include "base/quotation.h"

#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

#include <memory>

namespace octavo::base {
namespace {

struct Close {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

}  // namespace

std::vector<std::string> quotation_marks(std::string_view language) {
  std::vector<std::string> marks = {"\u201C", "\u201D", "\u2018", "\u2019"};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, Close> data(ulocdata_open(std::string(language).c_str(), &error));
  if (U_FAILURE(error)) return marks;
  constexpr ULocaleDataDelimiterType kinds[] = {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
                                                ULOCDATA_ALT_QUOTATION_END};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    UChar buffer[8];
    UErrorCode missing = U_ZERO_ERROR;
    const auto length = ulocdata_getDelimiter(data.get(), kinds[i], buffer, 8, &missing);
    if (U_FAILURE(missing) || length <= 0 || length > 8) continue;
    marks[i].clear();
    icu::UnicodeString(buffer, length).toUTF8String(marks[i]);
  }
  return marks;
}

}  // namespace octavo::base
