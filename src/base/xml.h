#pragma once
// XML text, written in one pass; no white space enters mixed content.
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

class XmlWriter {
 public:
  XmlWriter() = default;
  XmlWriter(const XmlWriter&) = delete;

  // `<?xml version="1.0" encoding="UTF-8"?>` and, if not empty, `<!DOCTYPE doctype>`.
  void declaration(std::string_view doctype = "");
  void open(std::string_view element);
  void attribute(std::string_view name, std::string_view value);  // only straight after open()
  void text(std::string_view text);  // escaped; characters XML 1.0 forbids become U+FFFD
  void close();
  void line();  // a line feed between elements, for people who read the file; not inside mixed content
  // An element with text and nothing else.
  void element(std::string_view name, std::string_view content);
  std::size_t size() const { return written_.size(); }  // bytes so far
  std::string take();  // everything written; the writer is empty afterwards

 private:
  void end_start_tag();

  std::string written_;
  std::vector<std::string> elements_;  // that are open
  bool is_in_start_tag_ = false;
};

}  // namespace octavo::base
