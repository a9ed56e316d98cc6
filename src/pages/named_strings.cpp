#include "pages/named_strings.h"

namespace octavo::pages {

NamedStrings::NamedStrings(const book::Metadata& metadata) {
  const auto begin = [&](const char* name, const std::string& value) { strings_[name] = {value, value, {}, false}; };
  begin("title", metadata.title);
  begin("subtitle", metadata.subtitle);
  begin("author", metadata.authors());
  begin("publisher", metadata.publisher);
  begin("date", metadata.date);
}

void NamedStrings::begin_page() {
  for (auto& [name, one] : strings_) one = {one.last, one.last, {}, false};
}

void NamedStrings::set(const std::string& name, const std::string& value, Where where) {
  String& one = strings_[name];
  if (!one.first) {
    one.first = value;
    one.is_at_head = where == Where::at_head;
  }
  one.last = value;
}

std::string_view NamedStrings::value(std::string_view name, style::Pick pick) const {
  const auto found = strings_.find(name);
  if (found == strings_.end()) return {};
  const String& one = found->second;
  switch (pick) {
    case style::Pick::first: return one.first ? *one.first : one.entry;
    case style::Pick::start: return one.is_at_head ? *one.first : one.entry;
    case style::Pick::last: return one.last;
    case style::Pick::first_except: return one.first ? std::string_view() : one.entry;
  }
  return {};
}

}  // namespace octavo::pages
