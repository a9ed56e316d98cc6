#pragma once
// The elements of XML as they stand in the bytes: the eyes of the proof, which knows nothing of who wrote them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::epub {

struct Attribute {
  std::string_view name;   // with its prefix
  std::string_view value;  // as written
};
// The value with its entities and character references resolved. XML 1.0, 4.1 and 4.6.
std::string unescaped(std::string_view value);

// Gives one element after the other, in the order of their start tags. Comments, CDATA, instructions, doctypes and end tags are passed over.
class Elements {
 public:
  explicit Elements(std::string_view xml) : xml_(xml) {}

  bool next();  // false at the end, and where the text is no XML
  bool is_broken() const { return is_broken_; }
  std::string_view name() const { return name_; }
  const std::vector<Attribute>& attributes() const { return attributes_; }
  std::optional<std::string> attribute(std::string_view name) const;

 private:
  bool skip_past(std::string_view end);
  bool read_tag();
  bool broken();

  std::string_view xml_;
  std::size_t at_ = 0;
  bool is_broken_ = false;
  std::string_view name_;
  std::vector<Attribute> attributes_;
};

}  // namespace octavo::epub
