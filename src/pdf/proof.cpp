#include "pdf/proof.h"

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "pdf/syntax.h"

namespace octavo::pdf {
namespace {

constexpr double rounding = 0.002;  // numbers are written to three decimals
constexpr int deepest_tree = 64;

struct Box {
  double left = 0, bottom = 0, right = 0, top = 0;

  bool holds(double x, double y) const {
    return x >= left - rounding && x <= right + rounding && y >= bottom - rounding && y <= top + rounding;
  }
};
std::optional<Box> box_in(std::string_view array) {
  const auto items = items_of(array);
  double sides[4];
  if (items.size() != 4) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto number = number_in(items[i]);
    if (!number) return std::nullopt;
    sides[i] = *number;
  }
  return Box{sides[0], sides[1], sides[2], sides[3]};
}

// An object and what is in it; the entries look into the text.
struct Object {
  std::string text;
  Entries entries;

  std::string_view operator[](std::string_view key) const { return entry(entries, key); }
};

class Proof {
 public:
  explicit Proof(const ObjectText& text_of) : text_of_(text_of) {}

  std::vector<std::string> of(Reference catalog) {
    const auto root = object(catalog);
    const auto tree = reference_in((*root)["/Pages"]);
    collect_pages(tree, {}, deepest_tree);
    if (pages_.empty()) breaks_.push_back("there are no pages");
    const auto names = followed((*root)["/Names"]);
    collect_names((*names)["/Dests"], deepest_tree);
    const auto old_names = followed((*root)["/Dests"]);
    for (const auto& [key, destination] : old_names->entries) names_.emplace(key, destination);
    for (const auto& [name, destination] : names_) prove_destination("the name " + name, destination);
    for (const Reference page : in_order_) prove_annotations(page);
    if (const auto outlines = reference_in((*root)["/Outlines"])) prove_outline(outlines, "the outline", deepest_tree);
    return std::move(breaks_);
  }

 private:
  struct Page {
    std::size_t number = 0;  // from 1
    Box paper;
    std::string annotations;
  };

  std::unique_ptr<Object> object(Reference reference) const {
    auto result = std::make_unique<Object>();
    if (!reference) return result;
    result->text = text_of_(reference);
    result->entries = entries_of(result->text);
    return result;
  }
  // The dictionary itself, or the object that it is.
  std::unique_ptr<Object> followed(std::string_view value) const {
    if (const auto reference = reference_in(value)) return object(reference);
    auto result = std::make_unique<Object>();
    result->text = value;
    result->entries = entries_of(result->text);
    return result;
  }

  void collect_pages(Reference reference, Box paper, int depth) {
    const auto node = object(reference);
    if (const auto own = box_in((*node)["/MediaBox"])) paper = *own;
    if ((*node)["/Type"] == "/Page") {
      in_order_.push_back(reference);
      const bool is_new =
          pages_.try_emplace(reference.number, Page{in_order_.size(), paper, std::string((*node)["/Annots"])}).second;
      if (!is_new) breaks_.push_back("page " + std::to_string(in_order_.size()) + " is in the page tree twice");
      return;
    }
    const auto kids = items_of((*node)["/Kids"]);
    if (depth == 0) return;
    for (const std::string_view kid : kids) collect_pages(reference_in(kid), paper, depth - 1);
  }

  // ISO 32000-1, 7.9.6.
  void collect_names(std::string_view value, int depth) {
    const auto node = followed(value);
    const auto pairs = items_of((*node)["/Names"]);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) names_.emplace(pairs[i], pairs[i + 1]);
    if (depth == 0) return;
    for (const std::string_view kid : items_of((*node)["/Kids"])) collect_names(kid, depth - 1);
  }

  void prove_annotations(Reference reference) {
    const Page& page = pages_.at(reference.number);
    const std::string on_page = "on page " + std::to_string(page.number);
    std::string indirect;
    std::string_view list = page.annotations;
    if (const auto array = reference_in(list)) list = indirect = text_of_(array);
    for (const std::string_view item : items_of(list)) {
      const auto annotation = followed(item);
      const std::string what = "the annotation " + std::string(item) + " " + on_page;
      const auto area = box_in((*annotation)["/Rect"]);
      if (!area || !page.paper.holds(area->left, area->bottom) || !page.paper.holds(area->right, area->top))
        breaks_.push_back(what + " does not lie on it");
      if ((*annotation)["/Subtype"] == "/Link") prove_leads(what, *annotation);
    }
  }

  // By /Dest or by an action (12.6.4.2); an action of another kind leads out of the document.
  void prove_leads(const std::string& what, const Object& from) {
    if (const auto destination = from["/Dest"]; !destination.empty()) return prove_destination(what, destination);
    const auto action = followed(from["/A"]);
    if ((*action)["/S"] == "/GoTo") return prove_destination(what, (*action)["/D"]);
    if ((*action)["/S"].empty()) breaks_.push_back(what + " leads nowhere");
  }

  // An array, or the name of one, or an object or dictionary that holds either. 12.3.2.
  void prove_destination(const std::string& what, std::string_view destination, int depth = 4) {
    if (depth == 0) return breaks_.push_back(what + " goes round in circles");
    if (const auto reference = reference_in(destination)) {
      const std::string text = text_of_(reference);
      return prove_destination(what, text, depth - 1);
    }
    if (destination.starts_with("<<")) return prove_destination(what, entry(entries_of(destination), "/D"), depth - 1);
    if (destination.starts_with('(') || destination.starts_with('<') || destination.starts_with('/')) {
      const auto named = names_.find(std::string(destination));
      if (named == names_.end()) return breaks_.push_back(what + " leads to the name " + std::string(destination) + ", which nothing has");
      return prove_destination(what, named->second, depth - 1);
    }
    const auto items = items_of(destination);
    const auto page = pages_.find(items.empty() ? 0 : reference_in(items[0]).number);
    if (page == pages_.end()) return breaks_.push_back(what + " leads to no page");
    if (items.size() < 4 || items[1] != "/XYZ") return;  // a whole page
    const Box& paper = page->second.paper;
    // null: as it is now
    if (!paper.holds(number_in(items[2]).value_or(paper.left), number_in(items[3]).value_or(paper.top)))
      breaks_.push_back(what + " leads to a place beside page " + std::to_string(page->second.number));
  }

  // 12.3.3: the entries below one are a chain both ways, and each of them knows what it is below.
  void prove_outline(Reference parent, const std::string& what, int depth) {
    const auto above = object(parent);
    Reference previous, at = reference_in((*above)["/First"]);
    const Reference last = reference_in((*above)["/Last"]);
    while (at) {
      const auto item = object(at);
      const std::string name = "the bookmark " + std::string((*item)["/Title"]);
      if (!bookmarks_.insert(at.number).second) return breaks_.push_back(name + " stands in the outline twice");
      if (reference_in((*item)["/Parent"]).number != parent.number || reference_in((*item)["/Prev"]).number != previous.number)
        breaks_.push_back(name + " does not know where it stands");
      prove_leads(name, *item);
      if (depth > 0) prove_outline(at, name, depth - 1);
      previous = at;
      at = reference_in((*item)["/Next"]);
    }
    if (previous.number != last.number) breaks_.push_back(what + " ends with another bookmark than it says");
  }

  const ObjectText& text_of_;
  std::unordered_map<std::uint32_t, Page> pages_;
  std::vector<Reference> in_order_;
  std::map<std::string, std::string> names_;
  std::unordered_set<std::uint32_t> bookmarks_;
  std::vector<std::string> breaks_;
};

}  // namespace

std::vector<std::string> breaks(Reference catalog, const ObjectText& text_of) { return Proof(text_of).of(catalog); }

}  // namespace octavo::pdf
