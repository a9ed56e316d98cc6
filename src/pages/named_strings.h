#pragma once
// Named strings (GCPM 3, section 1): words of the text that the margins of its pages say again.
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "book/book.h"
#include "style/style.h"

namespace octavo::pages {

class NamedStrings {
 public:
  // From the start there are `title`, `subtitle`, `author`, `publisher` and `date` of the book.
  explicit NamedStrings(const book::Metadata& metadata);

  void begin_page();
  enum class Where { at_head, below };
  void set(const std::string& name, const std::string& value, Where where);  // in the order of the page
  std::string_view value(std::string_view name, style::Pick pick) const;

 private:
  struct String {
    std::string entry, last;             // before the page, and after it
    std::optional<std::string> first;    // set on it
    bool is_at_head = false;
  };
  std::map<std::string, String, std::less<>> strings_;
};

}  // namespace octavo::pages
