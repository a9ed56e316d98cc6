#pragma once
// The logical structure (ISO 32000-1, 14.7 and 14.8): which marked content and which annotations belong to
// which element, gathered while the pages are written, then the tree. Pages that have no structure but the
// root make no tree, and nothing is marked.
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "pages/page.h"
#include "pdf/haru.h"
#include "pdf/images.h"

namespace octavo::pdf {

class StructureTree {
 public:
  // `pages`: the page objects, by the index of the page.
  StructureTree(Document& document, const pages::Pages& printed, const std::vector<Reference>& pages, const std::vector<Image>& images);

  bool is_tagged() const { return !elements_.empty(); }
  std::string_view type(pages::StructureId element) const;  // "P", "H2"
  bool is_code(pages::StructureId element) const;
  // Content of the page will be marked as the element's. Gives the MCID.
  std::uint32_t mark(std::uint32_t page, pages::StructureId element);
  // The element's last content is no more: nothing came into it.
  void take_back(std::uint32_t page, pages::StructureId element);
  // The element's picture was drawn there, on a sheet of this height.
  void show(const base::Rect& area, float height, pages::StructureId element);
  // Gives the annotation's /StructParent.
  std::uint32_t attach(std::uint32_t page, Reference annotation, pages::StructureId element);
  // Pictures that were drawn and say nothing to who does not see them.
  std::size_t figures_without_text() const;
  // Writes the tree, and the catalogue's entries.
  void write();

 private:
  struct Content {
    std::uint32_t page, id;
  };
  struct Object {
    std::uint32_t page;
    Reference annotation;
  };
  using Kid = std::variant<Content, Object, pages::StructureId>;
  struct Shown {
    base::Rect area;
    float height;  // of the sheet
  };
  struct Element {
    Reference object;  // none: nothing was found to be in it
    std::optional<Shown> shown;
    std::vector<Kid> kids;
  };

  void place(pages::StructureId element);
  Tokens entries(pages::StructureId element, Reference root) const;
  Tokens attributes(pages::StructureId element) const;
  Reference write_parents() const;
  Reference write_names_of_notes() const;

  Document& document_;
  const std::vector<pages::Structure>& structure_;
  const std::vector<Reference>& pages_;
  std::vector<std::string_view> types_;
  std::vector<Element> elements_;
  std::vector<std::vector<Reference>> marked_;  // by page and MCID
  std::vector<Reference> attached_;             // by key of the annotation, after those of the pages
};

}  // namespace octavo::pdf
