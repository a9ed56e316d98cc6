#include "press.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace octavo::pdf {

Press::Press() {
  metadata.title = "A Test of Type";
  metadata.language = "en";
  metadata.modified = "2024-05-01T12:30:00Z";
  pages.structure.push_back({.role = pages::Role::document});
}

pages::Page& Press::add_page(std::string label) {
  pages.pages.push_back({{432, 648}, std::move(label), {}, {}});
  return pages.pages.back();
}

base::Point Press::set(std::string_view text, base::Point at, const Type& type) {
  const auto font = fonts.request({{type.family}, 400, false, type.features});
  const auto& shaped = fonts.shape(font, text, type.language, type.right_to_left);
  for (const auto& part : shaped.runs) {
    pages::GlyphRun run{at, part.face, type.size, {}, part.right_to_left, {}, {}, structure};
    run.text = fonts.keep(text.substr(part.begin, part.end - part.begin));
    std::vector<glyphs::Glyph> glyphs(part.glyphs.begin(), part.glyphs.end());
    for (auto& glyph : glyphs) glyph.cluster -= part.begin;
    run.glyphs = fonts.keep(glyphs);
    pages.pages.back().items.push_back(std::move(run));
    at.x += part.width * type.size;
  }
  return at;
}

pages::StructureId Press::add_structure(pages::Structure element) {
  pages.structure.push_back(std::move(element));
  return pages::StructureId(pages.structure.size() - 1);
}

book::AnchorId Press::add_place(std::uint32_t page, base::Point at) {
  pages.destinations.push_back(pages::Destination{page, at});
  return book::AnchorId(pages.destinations.size() - 1);
}

pages::PictureId Press::add_picture(std::string path, book::AssetKind kind, std::string bytes) {
  files.contents["book/" + path] = std::move(bytes);
  pages.pictures.push_back({std::move(path), kind, 200});
  return pages::PictureId(pages.pictures.size() - 1);
}

std::string Press::write() { return pdf::write(pages, sheets::single(pages), metadata, fonts, files, "book", standards, sink); }

bool is_installed(std::string_view program) {
  return std::system(("command -v " + std::string(program) + " >/dev/null 2>&1").c_str()) == 0;
}

std::string run(std::string_view command, std::string_view pdf) {
  const auto path = std::filesystem::temp_directory_path() / ("octavo-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  std::string line(command);
  for (auto at = line.find('@'); at != std::string::npos; at = line.find('@'))
    line.replace(at, 1, path.string());
  std::string output;
  FILE* pipe = popen((line + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer;
  while (const auto count = fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), count);
  pclose(pipe);
  std::filesystem::remove(path);
  return output;
}

std::string text_of(std::string_view pdf) {
  std::string text = run("pdftotext @ -", pdf);
  while (!text.empty() && (text.back() == '\f' || text.back() == '\n')) text.pop_back();
  return text;
}

std::string source_of(std::string_view pdf) {
  return run("qpdf --qdf --object-streams=disable --no-original-object-ids @ -", pdf);
}

std::string complaints(std::string_view pdf) {
  return run("qpdf --check @ > @.log || cat @.log; rm -f @.log", pdf) + run("pdftotext @ /dev/null", pdf);
}

}  // namespace octavo::pdf
