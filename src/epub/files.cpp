// The publication file by file, in the order of reading; the manifest and the spine follow the same list.
#include <algorithm>
#include <optional>

#include "base/failure.h"
#include "base/mistake.h"
#include "base/paths.h"
#include "epub/cover.h"
#include "epub/epub.h"
#include "epub/package.h"
#include "epub/parts.h"
#include "epub/proof.h"
#include "epub/documents.h"
#include "pictures/pictures.h"

namespace octavo::epub {
namespace {

constexpr std::string_view folder = "EPUB/";
constexpr std::string_view xhtml = "application/xhtml+xml";

// Collects files and their entries in the manifest side by side.
class Collection {
 public:
  void add(std::string file, std::string bytes, std::string type, std::string properties = "", bool in_spine = false) {
    files.push_back({std::string(folder) + file, std::move(bytes), type});
    items.push_back({std::move(file), std::move(type), std::move(properties), in_spine});
  }
  void add_page(std::string_view file, std::string bytes, std::string properties = "") {
    add(std::string(file), std::move(bytes), std::string(xhtml), std::move(properties), true);
  }
  std::vector<NamedFile> files;
  std::vector<ManifestItem> items;
};

constexpr std::string_view container =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

constexpr std::string_view display_options =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<display_options><platform name=\"*\"><option name=\"specified-fonts\">true</option></platform></display_options>\n";

// The picture the author named, or one drawn from the title. A picture that cannot be read is a diagnostic and is drawn instead.
std::string add_cover(Collection& collection, const book::Metadata& metadata, glyphs::Fonts& fonts, const base::Files& disk,
                      const std::string& root, diagnostics::Sink& sink) {
  if (!metadata.cover.empty()) {
    std::string bytes = disk.read(base::join(root, metadata.cover));
    const auto facts = pictures::is_whole(bytes) ? pictures::facts(bytes) : std::nullopt;
    const bool is_for_all = facts && (facts->kind == pictures::Kind::png || facts->kind == pictures::Kind::jpeg);
    if (facts && !is_for_all) {
      // Shops and shelves of readers show no other kinds.
      constexpr std::uint32_t width_of_drawing = 1600;
      const auto pixels = pictures::decode(bytes, facts->kind == pictures::Kind::svg ? width_of_drawing : 0);
      bytes = pixels ? pictures::encoded_png(*pixels) : "";
    }
    if (facts && !bytes.empty()) {
      const auto kind = is_for_all ? facts->kind : pictures::Kind::png;
      const std::string file = "cover" + std::string(pictures::file_type(kind).ending);
      collection.add(file, std::move(bytes), std::string(pictures::file_type(kind).media_type), "cover-image");
      return file;
    }
    sink.report(diagnostics::Rule::image_unreadable, {},
                "the cover \"" + metadata.cover + "\" is no picture octavo can read; one is drawn instead");
  }
  const CoverText text{metadata.title, metadata.subtitle, metadata.authors(), metadata.publisher, metadata.language};
  collection.add("cover.png", drawn_cover(text, fonts), "image/png", "cover-image");
  return "cover.png";
}

void add_pictures(Collection& collection, const book::Book& book, const base::Files& disk, const std::string& root) {
  for (std::size_t index = 0; index < book.assets.size(); ++index) {
    const book::Asset& asset = book.assets[index];
    std::string bytes = disk.read(base::join(root, asset.path));
    const auto kind = static_cast<pictures::Kind>(asset.kind);
    if (kind == pictures::Kind::svg) {
      std::optional<std::string> clean = pictures::cleaned_svg(bytes);
      if (!clean) throw base::Failure("cannot read \"" + asset.path + "\": it has changed while the book was made");
      bytes = std::move(*clean);
    }
    collection.add(Publication::picture_file(index, asset.kind), std::move(bytes), std::string(pictures::file_type(kind).media_type));
  }
}

}  // namespace

std::vector<NamedFile> files(const book::Book& book, const book::Folios* folios, const Looks& looks, glyphs::Fonts& fonts,
                             const base::Files& disk, const std::string& root, diagnostics::Sink& sink) {
  const Documents documents({book, folios, looks.sheets});
  const Publication& publication = documents.publication();
  Collection collection;
  const std::string cover = add_cover(collection, book.metadata, fonts, disk, root, sink);
  collection.add_page(name::cover, cover_page(publication, cover));
  collection.add_page(name::title, title_page(publication));
  collection.add_page(name::navigation, navigation_page(publication), "nav");
  std::size_t part = 0;
  for (std::size_t index = 0; index < book.chapters.size(); ++index) {
    for (; part < book.parts.size() && book.parts[part].first_chapter <= index; ++part)
      if (book.parts[part].anchor) collection.add_page(Publication::part_file(part), part_page(publication, part));
    for (const Page& page : documents.pages().chapters[index]) collection.add_page(page.file, page.bytes);
  }
  for (const Page& page : documents.pages().players) collection.add_page(page.file, page.bytes);
  for (const Page& page : documents.pages().index) collection.add_page(page.file, page.bytes);
  add_pictures(collection, book, disk, root);
  for (const NamedFile& file : looks.files) collection.add(file.path, file.bytes, file.media_type);
  for (const StyleSheet& sheet : looks.sheets) collection.add(sheet.file, sheet.css, "text/css");
  collection.add(std::string(name::ncx), ncx(publication), "application/x-dtbncx+xml");

  const auto moves = [](const StyleSheet& sheet) { return sheet.css.find("animation") != sheet.css.npos; };
  const Edition edition{!publication.pages().empty(), std::ranges::any_of(looks.sheets, moves)};
  std::vector<NamedFile> files = {
      {"META-INF/container.xml", std::string(container), "application/xml"},
      {std::string(folder) + std::string(name::package), package_document(book, collection.items, edition), "application/oebps-package+xml"}};
  // Apple's reader uses a book's own fonts only where it is told that there are some.
  const auto is_font = [](const NamedFile& file) { return file.media_type.starts_with("font/"); };
  if (std::ranges::any_of(looks.files, is_font))
    files.push_back({"META-INF/com.apple.ibooks.display-options.xml", std::string(display_options), "application/xml"});
  for (NamedFile& file : collection.files) files.push_back(std::move(file));
  base::require_whole("the EPUB", breaks(files));
  return files;
}

}  // namespace octavo::epub
