#include "epub/package.h"

namespace octavo::epub {
namespace {

class Package {
 public:
  Package(const book::Book& book, const Edition& edition) : book_(book), metadata_(book.metadata), edition_(edition) {}

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
    accessibility();
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
  struct About {
    std::string_view refines = "", scheme = "", id = "", language = "";  // "" where it has none
  };
  void meta(std::string_view property, std::string_view value) { meta(property, value, {}); }
  void meta(std::string_view property, std::string_view value, const About& about) {
    if (value.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", property);
    if (!about.refines.empty()) xml_.attribute("refines", "#" + std::string(about.refines));
    if (!about.scheme.empty()) xml_.attribute("scheme", about.scheme);
    if (!about.id.empty()) xml_.attribute("id", about.id);
    if (!about.language.empty() && about.language != metadata_.language) xml_.attribute("xml:lang", about.language);
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
      meta("role", person.role, {.refines = id, .scheme = "marc:relators"});
      meta("file-as", person.sort_as, {.refines = id});
    }
    dc("dc:publisher", metadata_.publisher);
    dc("dc:date", metadata_.date);
    dc("dc:rights", metadata_.rights);
    dc("dc:description", metadata_.description);
    for (const std::string& subject : metadata_.subjects) dc("dc:subject", subject);
    if (!metadata_.series.empty()) {
      meta("belongs-to-collection", metadata_.series, {.id = "series"});
      meta("collection-type", "series", {.refines = "series"});
      meta("group-position", metadata_.series_position, {.refines = "series"});
    }
    meta("schema:bookEdition", metadata_.edition);
    meta("dcterms:modified", metadata_.modified);
    xml_.open("meta");  // for readers of EPUB 2
    xml_.attribute("name", "cover");
    xml_.attribute("content", "cover-image");
    xml_.close();
    xml_.line();
  }

  void accessibility() {
    const AccessibilityFacts facts = epub::accessibility(book_, edition_);
    const auto all = [this](std::string_view property, const std::vector<std::string_view>& values) {
      for (const std::string_view value : values) meta(property, value);
    };
    all("schema:accessMode", facts.modes);
    all("schema:accessModeSufficient", facts.sufficient);
    all("schema:accessibilityFeature", facts.features);
    all("schema:accessibilityHazard", facts.hazards);
    meta("schema:accessibilitySummary", facts.summary, {.language = facts.summary_language});
    // The edition whose pages they are.
    if (edition_.has_pages) meta("pageBreakSource", metadata_.isbn_pdf.empty() ? metadata_.title + " (PDF)" : "urn:isbn:" + metadata_.isbn_pdf);
    // Only a person can say so.
    const book::Accessibility& said = metadata_.accessibility;
    meta("dcterms:conformsTo", said.conforms_to, {.id = "conformance"});
    meta("a11y:certifiedBy", said.certified_by, {.refines = "conformance", .id = "certifier"});
    meta("a11y:certifierCredential", said.credential, {.refines = "certifier"});
    if (said.report.empty()) return;
    xml_.open("link");
    xml_.attribute("rel", "a11y:certifierReport");
    xml_.attribute("refines", "#conformance");
    xml_.attribute("href", said.report);
    xml_.close();
    xml_.line();
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
  Edition edition_;
  base::XmlWriter xml_;
};

}  // namespace

std::string package_document(const book::Book& book, const std::vector<ManifestItem>& items, const Edition& edition) {
  return Package(book, edition).write(items);
}

}  // namespace octavo::epub
