#include "epub/package.h"

#include <algorithm>

namespace octavo::epub {
namespace {

class Package {
 public:
  Package(const book::Book& book, bool has_pages) : book_(book), metadata_(book.metadata), has_pages_(has_pages) {}

  std::string write(const std::vector<ManifestItem>& items) {
    xml_.declaration();
    xml_.line();
    xml_.open("package");
    xml_.attribute("xmlns", "http://www.idpf.org/2007/opf");
    xml_.attribute("version", "3.0");
    xml_.attribute("unique-identifier", "id");
    xml_.attribute("xml:lang", metadata_.language);
    xml_.line();
    xml_.open("metadata");
    xml_.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_.line();
    describe();
    accessibility(items);
    xml_.close();
    xml_.line();
    manifest(items);
    spine(items);
    xml_.close();
    xml_.line();
    return xml_.take();
  }

 private:
  void dc(std::string_view name, std::string_view value, std::string_view id = "") {
    if (value.empty()) return;
    xml_.open(name);
    if (!id.empty()) xml_.attribute("id", id);
    xml_.text(value);
    xml_.close();
    xml_.line();
  }
  void meta(std::string_view property, std::string_view value, std::string_view refines = "", std::string_view scheme = "",
            std::string_view id = "") {
    if (value.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", property);
    if (!refines.empty()) xml_.attribute("refines", "#" + std::string(refines));
    if (!scheme.empty()) xml_.attribute("scheme", scheme);
    if (!id.empty()) xml_.attribute("id", id);
    xml_.text(value);
    xml_.close();
    xml_.line();
  }

  void describe() {
    dc("dc:identifier", identifier(metadata_), "id");
    dc("dc:title", metadata_.title + (metadata_.subtitle.empty() ? "" : ": " + metadata_.subtitle), "title");
    dc("dc:language", metadata_.language);
    for (std::size_t index = 0; index < metadata_.contributors.size(); ++index) {
      const book::Contributor& person = metadata_.contributors[index];
      const std::string id = "person-" + std::to_string(index + 1);
      dc(person.role == "aut" ? "dc:creator" : "dc:contributor", person.name, id);
      meta("role", person.role, id, "marc:relators");
      meta("file-as", person.sort_as, id);
    }
    dc("dc:publisher", metadata_.publisher);
    dc("dc:date", metadata_.date);
    dc("dc:rights", metadata_.rights);
    dc("dc:description", metadata_.description);
    for (const std::string& subject : metadata_.subjects) dc("dc:subject", subject);
    if (!metadata_.series.empty()) {
      meta("belongs-to-collection", metadata_.series, "", "", "series");
      meta("collection-type", "series", "series");
      meta("group-position", metadata_.series_position, "series");
    }
    meta("dcterms:modified", metadata_.modified);
    xml_.open("meta");  // for readers of EPUB 2
    xml_.attribute("name", "cover");
    xml_.attribute("content", "cover-image");
    xml_.close();
    xml_.line();
  }

  // What the book says of itself is counted from the book (EPUB Accessibility 1.1, section 2).
  void accessibility(const std::vector<ManifestItem>& items) {
    bool has_pictures = false, all_described = true;
    const auto look = [&](const book::Image& image) {
      if (!image.asset) return;
      has_pictures = true;
      all_described = all_described && !image.alt.empty();
    };
    const auto look_in = [&](const book::Block& block) {
      if (const auto* figure = get_if<book::Figure>(&block.value)) look(figure->image);
      book::each_run(block, [&](const book::Inlines& run) {
        book::each_inline(run, [&](const book::Inline& item) {
          if (const auto* image = get_if<book::Image>(&item.value)) look(*image);
          return true;
        });
      });
      return true;
    };
    for (const book::Chapter& chapter : book_.chapters) book::each_block(chapter, look_in);
    meta("schema:accessMode", "textual");
    if (has_pictures) meta("schema:accessMode", "visual");
    if (all_described) meta("schema:accessModeSufficient", "textual");
    for (std::string_view feature : {"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"})
      meta("schema:accessibilityFeature", feature);
    if (all_described && has_pictures) meta("schema:accessibilityFeature", "alternativeText");
    const auto has_index = [](const ManifestItem& item) { return item.file == name::index; };
    if (std::any_of(items.begin(), items.end(), has_index)) meta("schema:accessibilityFeature", "index");
    if (has_pages_) {
      for (std::string_view feature : {"pageBreakMarkers", "pageNavigation"}) meta("schema:accessibilityFeature", feature);
      // The edition whose pages they are.
      meta("pageBreakSource", metadata_.isbn_pdf.empty() ? metadata_.title + " (PDF)" : "urn:isbn:" + metadata_.isbn_pdf);
    }
    meta("schema:accessibilityHazard", "none");
    meta("schema:accessibilitySummary",
         !has_pictures    ? "The book is text with headings and links to find one\u2019s way by."
         : all_described ? "The book is text with headings and links to find one\u2019s way by; every picture has a text that can stand for it."
                         : "The book is text with headings and links to find one\u2019s way by; some pictures have no text that could stand for them.");
  }

  static std::string id_of(const ManifestItem& item) {
    if (item.properties == "cover-image") return "cover-image";
    std::string id = "f-";
    for (char letter : item.file) id += letter == '/' ? '-' : letter;
    return id;
  }

  void manifest(const std::vector<ManifestItem>& items) {
    xml_.open("manifest");
    xml_.line();
    for (const ManifestItem& item : items) {
      xml_.open("item");
      xml_.attribute("id", id_of(item));
      xml_.attribute("href", item.file);
      xml_.attribute("media-type", item.media_type);
      if (!item.properties.empty()) xml_.attribute("properties", item.properties);
      xml_.close();
      xml_.line();
    }
    xml_.close();
    xml_.line();
  }

  void spine(const std::vector<ManifestItem>& items) {
    xml_.open("spine");
    xml_.attribute("toc", "f-" + std::string(name::ncx));
    if (book::is_right_to_left(metadata_.language)) xml_.attribute("page-progression-direction", "rtl");
    xml_.line();
    for (const ManifestItem& item : items) {
      if (!item.in_spine) continue;
      xml_.open("itemref");
      xml_.attribute("idref", id_of(item));
      xml_.close();
      xml_.line();
    }
    xml_.close();
    xml_.line();
  }

  const book::Book& book_;
  const book::Metadata& metadata_;
  bool has_pages_;
  base::XmlWriter xml_;
};

}  // namespace

std::string package_document(const book::Book& book, const std::vector<ManifestItem>& items, bool has_pages) {
  return Package(book, has_pages).write(items);
}

}  // namespace octavo::epub
