#include "command/sheets.h"

#include <optional>

#include "base/failure.h"
#include "base/paths.h"
#include "base/utf8.h"
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

bool is_inside(const std::string& path, const std::string& folder, const base::Files& files) {
  const auto real = files.real(path), real_folder = files.real(folder);
  if (!real || !real_folder) return false;
  const bool needs_slash = !real_folder->empty() && !real_folder->ends_with('/');
  return real->starts_with(needs_slash ? *real_folder + "/" : *real_folder);
}

std::optional<base::FileId> read(const std::string& sheet, const config::Settings& settings,
                                 const base::Files& files, diagnostics::Sink& sink) {
  const auto path = base::join(settings.root, sheet);
  if (files.kind(path) != base::FileKind::file) {
    sink.report(Rule::file_unreadable, {},
                "there is no style sheet \"" + sheet + "\"; give its path from the book's folder");
    return std::nullopt;
  }
  if (!is_inside(path, settings.root, files)) {
    sink.report(Rule::file_unreadable, {},
                "the style sheet \"" + sheet +
                    "\" lies outside the book's folder, where octavo reads nothing; copy it in");
    return std::nullopt;
  }
  try {
    const auto file = sink.sources.add(sheet, files.read(path));
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
  std::string result(styles::epub);
  for (const auto& sheet : settings.styles_epub)
    if (const auto file = read(sheet, settings, files, sink)) result += "\n" + sink.sources.of(*file).text;
  return result;
}

}  // namespace octavo::command
