#pragma once
// Where the code spans of a block's content end.
#include <map>
#include <string_view>
#include <vector>

#include "markdown/source.h"

namespace octavo::markdown {

class CodeSpans {
 public:
  explicit CodeSpans(std::string_view content);
  // The end of the code span that the back ticks at `at` open, or the end of those ticks if they open none.
  Offset end_of(Offset at) const;

 private:
  std::string_view content_;
  std::map<Offset, std::vector<Offset>> runs_;  // length of a run of back ticks to where such runs begin
};

}  // namespace octavo::markdown
