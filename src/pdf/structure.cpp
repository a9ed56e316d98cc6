#include "pdf/structure.h"

#include <algorithm>
#include <cassert>

#include "book/book.h"
#include "pdf/structure_types.h"

namespace octavo::pdf {
namespace {

using pages::Role;
using pages::StructureId;

constexpr std::size_t keys_in_a_leaf = 64;

constexpr std::string_view name_of(pages::Numbering numbering) {
  switch (numbering) {
    case pages::Numbering::none:
      return "/None";
    case pages::Numbering::disc:
      return "/Disc";
    case pages::Numbering::circle:
      return "/Circle";
    case pages::Numbering::square:
      return "/Square";
    case pages::Numbering::decimal:
      return "/Decimal";
    case pages::Numbering::roman:
      return "/LowerRoman";
    case pages::Numbering::letters:
      return "/LowerAlpha";
    case pages::Numbering::roman_capitals:
      return "/UpperRoman";
    case pages::Numbering::capitals:
      return "/UpperAlpha";
  }
  return "/None";
}

bool is_cell(Role role) { return role == Role::cell || role == Role::head_cell; }

std::string name_of_note(std::size_t element) {
  std::string digits = std::to_string(element);
  return "note" + std::string(10 - digits.size(), '0') + digits;  // names are sorted as bytes
}

}  // namespace

StructureTree::StructureTree(Document& document, const pages::Pages& printed, const std::vector<Reference>& pages, const std::vector<Image>& images)
    : document_(document), structure_(printed.structure), pages_(pages), marked_(pages.size()) {
  if (structure_.size() < 2) return;
  types_ = structure_types(printed, images);
  elements_.resize(structure_.size());
  elements_[0].object = document.reserve();
}

std::string_view StructureTree::type(StructureId element) const { return types_[element.index()]; }

bool StructureTree::is_code(StructureId element) const { return element && structure_[element.index()].role == Role::code; }

// An element stands among its parent's kids where its first content stands.
void StructureTree::place(StructureId id) {
  while (!elements_[id.index()].object) {
    elements_[id.index()].object = document_.reserve();
    const StructureId parent = structure_[id.index()].parent;
    assert(parent && parent < id);
    elements_[parent.index()].kids.emplace_back(id);
    id = parent;
  }
}

std::uint32_t StructureTree::mark(std::uint32_t page, StructureId id) {
  place(id);
  const auto content = static_cast<std::uint32_t>(marked_[page].size());
  marked_[page].push_back(elements_[id.index()].object);
  elements_[id.index()].kids.emplace_back(Content{page, content});
  return content;
}

void StructureTree::take_back(std::uint32_t page, StructureId id) {
  marked_[page].pop_back();
  elements_[id.index()].kids.pop_back();
}

std::uint32_t StructureTree::attach(std::uint32_t page, Reference annotation, StructureId id) {
  place(id);
  elements_[id.index()].kids.emplace_back(Object{page, annotation});
  attached_.push_back(elements_[id.index()].object);
  return static_cast<std::uint32_t>(pages_.size() + attached_.size() - 1);
}

void StructureTree::show(const base::Rect& area, float height, StructureId id) {
  elements_[id.index()].shown = Shown{area, height};
}

// 14.8.5.
Tokens StructureTree::attributes(StructureId id) const {
  const pages::Structure& structure = structure_[id.index()];
  Tokens entries;
  if (structure.role == Role::list) entries.put("/O/List/ListNumbering").put(name_of(structure.numbering));
  if (is_cell(structure.role)) {
    const bool is_head = structure.role == Role::head_cell;
    if (is_head || structure.columns > 1 || structure.rows > 1) entries.put("/O/Table");
    if (is_head) entries.put(structure.names_row ? "/Scope/Row" : "/Scope/Column");
    if (structure.columns > 1) entries.put("/ColSpan").integer(structure.columns);
    if (structure.rows > 1) entries.put("/RowSpan").integer(structure.rows);
  }
  // Without it, figures and code are parts of a line.
  if (structure.stands_alone) entries.put("/O/Layout/Placement/Block");
  if (structure.role == Role::figure && elements_[id.index()].shown) {
    const auto& [area, sheet] = *elements_[id.index()].shown;
    if (!structure.stands_alone) entries.put("/O/Layout");
    const double height = sheet;
    entries.put("/BBox[").numbers({area.x, height - area.bottom(), area.right(), height - area.y}).put("]");
  }
  return entries;
}

Tokens StructureTree::entries(StructureId id, Reference root) const {
  const pages::Structure& structure = structure_[id.index()];
  Tokens entries("/Type/StructElem/S");
  entries.name(type(id)).put("/P");
  entries.reference(structure.parent ? elements_[structure.parent.index()].object : root);
  if (!structure.alternative.empty())
    entries.put(structure.role == Role::figure ? "/Alt" : "/ActualText").text(structure.alternative);
  if (!structure.language.empty()) entries.put("/Lang").text(structure.language);
  if (const Tokens attributes = this->attributes(id); !attributes.bytes().empty())
    entries.put("/A<<").put(attributes.bytes()).put(">>");
  if (structure.role == Role::note) entries.put("/ID").literal(name_of_note(id.index()));
  const auto& kids = elements_[id.index()].kids;
  if (kids.empty()) return entries;

  const auto first = std::find_if(kids.begin(), kids.end(),
                                  [](const Kid& kid) { return std::holds_alternative<Content>(kid); });
  const bool has_content = first != kids.end();
  const std::uint32_t own_page = has_content ? std::get<Content>(*first).page : 0;
  if (has_content) entries.put("/Pg").reference(pages_[own_page]);
  entries.put("/K[");
  for (const Kid& kid : kids) {
    std::visit(book::Overloaded{
                   [&](const Content& content) {
                     if (content.page == own_page) {
                       entries.integer(content.id);
                       return;
                     }
                     entries.put("<</Type/MCR/Pg").reference(pages_[content.page]);
                     entries.put("/MCID").integer(content.id).put(">>");
                   },
                   [&](const Object& object) {
                     entries.put("<</Type/OBJR/Pg").reference(pages_[object.page]);
                     entries.put("/Obj").reference(object.annotation).put(">>");
                   },
                   [&](StructureId element) { entries.reference(elements_[element.index()].object); },
               },
               kid);
  }
  entries.put("]");
  return entries;
}

// A number tree: pages first, then annotations.
Reference StructureTree::write_parents() const {
  const std::size_t count = pages_.size() + attached_.size();
  Tokens kids("/Kids[");
  for (std::size_t start = 0; start < count; start += keys_in_a_leaf) {
    const std::size_t end = std::min(count, start + keys_in_a_leaf);
    Tokens leaf("/Limits[");
    leaf.numbers({static_cast<double>(start), static_cast<double>(end - 1)}).put("]/Nums[");
    for (std::size_t key = start; key < end; ++key) {
      leaf.integer(static_cast<std::int64_t>(key));
      if (key >= pages_.size()) {
        leaf.reference(attached_[key - pages_.size()]);
        continue;
      }
      leaf.put("[");
      for (const Reference element : marked_[key]) leaf.reference(element);
      leaf.put("]");
    }
    leaf.put("]");
    kids.reference(document_.add(leaf));
  }
  return document_.add(kids.put("]"));
}

Reference StructureTree::write_names_of_notes() const {
  Tokens names("/Names[");
  bool any = false;
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    if (structure_[i].role != Role::note || !elements_[i].object) continue;
    any = true;
    names.literal(name_of_note(i)).reference(elements_[i].object);
  }
  return any ? document_.add(names.put("]")) : Reference();
}

std::size_t StructureTree::figures_without_text() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (structure_[i].role == Role::figure && structure_[i].alternative.empty() && elements_[i].object) ++count;
  }
  return count;
}

void StructureTree::write() {
  if (!is_tagged()) return;
  const Reference root = document_.reserve();
  // What has no content is left out, but for empty cells: the others would move up.
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (is_cell(structure_[i].role)) place(StructureId(i));
  }
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (!elements_[i].object) continue;
    // What stands first on paper is not always read first (a note at the foot of a page): the elements among
    // the kids keep their places, but are put into the order of reading.
    std::vector<StructureId> children;
    auto& kids = elements_[i].kids;
    for (const Kid& kid : kids) {
      if (const auto* child = std::get_if<StructureId>(&kid)) children.push_back(*child);
    }
    std::sort(children.begin(), children.end());
    auto next = children.begin();
    for (Kid& kid : kids) {
      if (std::holds_alternative<StructureId>(kid)) kid = *next++;
    }
    document_.fill(elements_[i].object, entries(StructureId(i), root));
  }
  Tokens entries("/Type/StructTreeRoot/RoleMap<</Title/P>>/K");
  entries.reference(elements_[0].object).put("/ParentTree").reference(write_parents());
  entries.put("/ParentTreeNextKey").integer(static_cast<std::int64_t>(pages_.size() + attached_.size()));
  if (const Reference names = write_names_of_notes()) entries.put("/IDTree").reference(names);
  document_.fill(root, entries);
  document_.extend_catalog(Tokens("/MarkInfo<</Marked true>>/StructTreeRoot").reference(root));
}

}  // namespace octavo::pdf
