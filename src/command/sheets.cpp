#include "command/sheets.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <vector>

#include "base/failure.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "epub/epub.h"
#include "styles.h"

namespace octavo::command {
namespace {

using diagnostics::Rule;

std::string_view name_of(config::Paper paper) {
  switch (paper) {
    case config::Paper::octavo:
      return "octavo";
    case config::Paper::a5:
      return "a5";
    case config::Paper::a4:
      return "a4";
    case config::Paper::letter:
      return "letter";
  }
  return "octavo";
}

std::optional<base::FileId> read(const std::string& sheet, const config::Settings& settings,
                                 const base::Files& files, diagnostics::Sink& sink) {
  try {
    const auto file = sink.sources.add(sheet, files.read(base::join(settings.root, sheet)));
    const auto bad = base::first_bad_byte(sink.sources.of(file).text);
    if (!bad) return file;
    const auto begin = static_cast<std::uint32_t>(*bad);
    sink.report(Rule::text_not_utf8, {file, begin, begin + 1},
                "this style sheet is not UTF-8; save it as UTF-8");
  } catch (const base::Failure& failure) {
    sink.report(Rule::file_unreadable, {}, failure.what());
  }
  return std::nullopt;
}

}  // namespace

style::Cascade print_sheet(const config::Settings& settings, const base::Files& files,
                           diagnostics::Sink& sink) {
  style::Cascade result;
  result.choose("book", "print", std::string(name_of(settings.paper)));
  result.add(styles::print, {}, sink);
  for (const auto& sheet : settings.styles_print)
    if (const auto file = read(sheet, settings, files, sink))
      result.add(sink.sources.of(*file).text, *file, sink);
  return result;
}

std::string epub_sheet(const config::Settings& settings, const base::Files& files, diagnostics::Sink& sink) {
  struct Part {
    std::size_t begin;
    base::FileId file;
  };
  std::vector<Part> parts;
  std::string result(styles::epub);
  for (const auto& sheet : settings.styles_epub) {
    const auto file = read(sheet, settings, files, sink);
    if (!file) continue;
    result += "\n";
    parts.push_back({result.size(), *file});
    result += sink.sources.of(*file).text;
  }
  // Looked for in the whole, because a comment that one sheet leaves open goes on in the next.
  for (const auto& address : std::views::reverse(epub::addresses_in_css(result))) {
    const auto after = std::ranges::upper_bound(parts, address.begin, {}, &Part::begin);
    if (epub::is_on_the_net(address.text) || address.text.starts_with('#') || after == parts.begin()) continue;
    const auto [begin, file] = *std::prev(after);
    const auto from = static_cast<std::uint32_t>(begin);
    sink.report({diagnostics::Rule::style_unknown, {file, address.begin - from, address.end - from},
                 "the e-book holds no file \"" + address.text + "\" for its style sheet; what names it was left out", "", {}, address.text});
    const bool is_import = result[address.begin] == '@';
    result.replace(address.begin, address.end - address.begin, is_import ? "@import url(data:text/css,)" : "none");
  }
  return result;
}

}  // namespace octavo::command
