#include "pdf/conformance.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/paths.h"
#include "base/utf8.h"
#include "pdf/metadata.h"

namespace octavo::pdf {
namespace {

constexpr float shortest_side = 3, longest_side = 14400;  // points: ISO 19005-2, 6.1.13
constexpr std::size_t longest_string = 32767;             // bytes in the file: 6.1.13

// Characters beyond U+FFFF take four bytes, as they do in UTF-8; the mark at the head takes two.
bool is_too_long(std::string_view utf8) {
  const auto is_beyond = [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; };
  const auto beyond = static_cast<std::size_t>(std::ranges::count_if(utf8, is_beyond));
  return 2 * (base::length_in_code_points(utf8) + beyond + 1) > longest_string;
}

bool is_too_long(const pages::LinkArea& link) {
  const auto* address = std::get_if<std::string>(&link.target);
  return address && base::ascii_uri(*address).size() > longest_string;
}

// Which text is longer than a string may be; "" if none is.
std::string_view what_is_too_long(const pages::Pages& pages, const book::Metadata& metadata) {
  if (is_too_long(metadata.title)) return "the title";
  if (is_too_long(metadata.authors())) return "the list of authors";
  if (is_too_long(metadata.description)) return "the description";
  if (is_too_long(keywords(metadata))) return "the list of subjects";
  if (std::ranges::any_of(pages.structure, [](const auto& element) { return is_too_long(element.alternative); })) return "an alternative text";
  if (std::ranges::any_of(pages.outline, [](const auto& entry) { return is_too_long(entry.title); })) return "a heading";
  for (const pages::Page& page : pages.pages)
    if (std::ranges::any_of(page.links, [](const auto& link) { return is_too_long(link); })) return "the address of a link";
  return {};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 1 ? "1 " + std::string(one) : std::to_string(count) + " " + std::string(many);
}

// Why the pages do not meet a standard; "" if they do.
std::string shortcoming_of_both(const Typefaces& typefaces) {
  return typefaces.show_a_missing_glyph() ? "no font has some of its characters" : "";
}

std::string shortcoming_of_structure(const StructureTree& structure) { return structure.is_tagged() ? "" : "there is nothing in it to be read"; }

std::string shortcoming_of_access(const StructureTree& structure) {
  const std::size_t silent = structure.figures_without_text();
  return silent == 0 ? "" : counted(silent, "picture has no alternative text", "pictures have no alternative text");
}

std::string shortcoming_of_archive(const pages::Pages& pages, const sheets::Sheets& sheets, const book::Metadata& metadata) {
  if (const std::string_view text = what_is_too_long(pages, metadata); !text.empty())
    return std::string(text) + " is longer than a PDF for archives can hold";
  const auto is_odd = [](const sheets::Sheet& sheet) {
    const auto [smaller, larger] = std::minmax(sheet.size.width, sheet.size.height);
    return smaller < shortest_side || larger > longest_side;
  };
  return std::ranges::any_of(sheets.sheets, is_odd) ? "its paper is smaller or larger than a PDF for archives may be" : "";
}

std::string first_of(std::initializer_list<std::string> reasons) {
  for (const std::string& reason : reasons)
    if (!reason.empty()) return reason;
  return {};
}

}  // namespace

Standards kept(Standards wanted, const pages::Pages& pages, const sheets::Sheets& sheets, const book::Metadata& metadata, const Typefaces& typefaces,
               const StructureTree& structure, diagnostics::Sink& sink) {
  const auto is_met = [&](std::string_view standard, const std::string& reason) {
    if (!reason.empty())
      sink.report(diagnostics::Rule::pdf_standard, {}, "the PDF does not say that it meets " + std::string(standard) + ": " + reason);
    return reason.empty();
  };
  const std::string both = shortcoming_of_both(typefaces), untagged = shortcoming_of_structure(structure);
  if (wanted.is_accessible) wanted.is_accessible = is_met("PDF/UA-1", first_of({both, shortcoming_of_access(structure), untagged}));
  if (wanted.archive == Archive::none) return wanted;
  const bool needs_tags = wanted.archive == Archive::a2a;
  const std::string reason = first_of({both, shortcoming_of_archive(pages, sheets, metadata), needs_tags ? untagged : ""});
  if (!is_met(needs_tags ? "PDF/A-2a" : "PDF/A-2u", reason)) wanted.archive = Archive::none;
  return wanted;
}

}  // namespace octavo::pdf
