#include "pdf/named_places.h"

#include <algorithm>
#include <map>
#include <string>

namespace octavo::pdf {
namespace {

constexpr std::size_t names_in_a_leaf = 64;

}  // namespace

// A name tree (7.9.6).
void add_named_places(Document& document, const pages::Pages& pages, const Destinations& destinations) {
  std::map<std::string_view, Tokens> places;  // in the order of their bytes; of two with one name, the first
  for (const auto& [name, anchor] : pages.names) {
    if (auto place = destinations.find(anchor)) places.try_emplace(name, std::move(*place));
  }
  if (places.empty()) return;
  Tokens kids("/Kids[");
  for (auto first = places.begin(); first != places.end();) {
    Tokens names;
    auto last = first, end = first;
    for (std::size_t count = 0; count < names_in_a_leaf && end != places.end(); ++count) {
      last = end++;
      names.literal(last->first).put(last->second.bytes());
    }
    Tokens leaf("/Limits[");
    leaf.literal(first->first).literal(last->first).put("]/Names[").put(names.bytes()).put("]");
    kids.reference(document.add(leaf));
    first = end;
  }
  document.extend_catalog(Tokens("/Names<</Dests").reference(document.add(kids.put("]"))).put(">>"));
}

}  // namespace octavo::pdf
