#include "command/sheets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <vector>

#include "base/failure.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "command/named_file.h"
#include "command/paper_rules.h"
#include "epub/epub.h"
#include "pictures/pictures.h"
#include "styles.h"

namespace octavo::command {
namespace {

using diagnostics::Rule;

// What a theme adds to print.css, and the paper it is for.
struct ThemeFacts {
  std::string_view name, sheet, paper;
};
ThemeFacts facts_of(config::Theme theme) {
  switch (theme) {
    case config::Theme::book: break;
    case config::Theme::handout: return {"handout", styles::theme_handout, "theme"};
    case config::Theme::technical: return {"technical", styles::theme_technical, "theme"};
    case config::Theme::manuscript: return {"manuscript", styles::theme_manuscript, "theme"};
  }
  return {"book", {}, "octavo"};
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

// Of what a style sheet may name: core media types of EPUB 3.3, 3.2. By the content, never by the name.
std::optional<pictures::FileType> type_of(std::string_view bytes) {
  constexpr std::pair<std::string_view, pictures::FileType> fonts[] = {{{"\0\1\0\0", 4}, {".ttf", "font/ttf"}},
                                                             {"true", {".ttf", "font/ttf"}},
                                                             {"OTTO", {".otf", "font/otf"}},
                                                             {"wOFF", {".woff", "font/woff"}},
                                                             {"wOF2", {".woff2", "font/woff2"}}};
  for (const auto& [beginning, type] : fonts)
    if (bytes.starts_with(beginning)) return type;
  const auto facts = pictures::facts(bytes);
  return facts ? std::optional(pictures::file_type(facts->kind)) : std::nullopt;
}

// The sheets that a book adds to its e-book, each with what it names.
class OwnSheets {
 public:
  OwnSheets(const config::Settings& settings, const base::Files& files, diagnostics::Sink& sink)
      : settings_(settings), files_(files), sink_(sink) {}

  void add(const std::string& sheet, epub::Looks& looks) {
    const auto file = read(sheet, settings_, files_, sink_);
    if (!file) return;
    std::string css(sink_.sources.of(*file).text);
    for (const auto& address : std::views::reverse(epub::addresses_in_css(css))) {
      if (address.text.starts_with('#') || is_written_out(address.text)) continue;
      const std::string_view before = std::string_view(css).substr(0, address.begin);
      const bool is_whole_import = css[address.begin] == '@';
      const bool is_import = is_whole_import || base::folded(base::trimmed(before.substr(before.find_last_of(";}") + 1))) == "@import";
      std::string instead = is_whole_import ? "@import url(data:text/css,)" : is_import ? "url(data:text/css,)" : "none";
      if (const auto name = is_import ? std::nullopt : brought(address.text, sheet, looks)) instead = "url(" + *name + ")";
      else report(address, *file);
      css.replace(address.begin, address.end - address.begin, instead);
    }
    looks.sheets.push_back({"book" + std::to_string(++count_) + ".css", std::move(css), ""});
  }

 private:
  // The name in the e-book of a file of the book's folder, which it then holds.
  std::optional<std::string> brought(std::string_view address, const std::string& sheet, epub::Looks& looks) {
    const auto path = file_named(address, sheet, settings_, files_);
    if (!path) return std::nullopt;
    if (const auto known = names_.find(*path); known != names_.end()) return known->second;
    std::string bytes;
    try {
      bytes = files_.read(base::join(settings_.root, *path));
    } catch (const base::Failure& failure) {
      sink_.report(Rule::file_unreadable, {}, failure.what());
      return std::nullopt;
    }
    const auto type = type_of(bytes);
    if (!type) return std::nullopt;
    if (type->media_type == "image/svg+xml") {
      auto clean = pictures::cleaned_svg(bytes);
      if (!clean) return std::nullopt;
      bytes = std::move(*clean);
    }
    const std::string name = "styles/" + std::to_string(names_.size() + 1) + std::string(type->ending);
    looks.files.push_back({name, std::move(bytes), std::string(type->media_type)});
    return names_.emplace(*path, name).first->second;
  }

  void report(const epub::CssAddress& address, base::FileId file) {
    const bool is_there = file_named(address.text, sink_.sources.of(file).path, settings_, files_).has_value();
    sink_.report({Rule::style_unknown, {file, address.begin, address.end},
                  is_there ? "\"" + address.text + "\" is no font or picture, so it was left out" : not_found(address.text),
                  "", {}, address.text});
  }

  const config::Settings& settings_;
  const base::Files& files_;
  diagnostics::Sink& sink_;
  std::map<std::string, std::string> names_;  // by path
  std::size_t count_ = 0;
};

}  // namespace

style::Cascade print_sheet(const config::Settings& settings, const base::Files& files,
                           diagnostics::Sink& sink) {
  style::Cascade result;
  const ThemeFacts theme = facts_of(settings.theme);
  const auto& paper = settings.print.paper;
  result.choose(std::string(theme.name), "print", paper ? paper->name : std::string(theme.paper));
  result.add(styles::print, {}, sink);
  result.add(theme.sheet, {}, sink);
  if (paper) result.add(theme.sheet.empty() ? rule_of_paper(*paper) : rule_of_size(*paper), {}, sink);
  result.add(rule_of_margins(settings.print), {}, sink);
  for (const auto& [sheets, audience] : {std::pair(&settings.styles_extra, style::Audience::both), {&settings.styles_print, style::Audience::print}})
    for (const auto& sheet : *sheets)
      if (const auto file = read(sheet, settings, files, sink))
        result.add(sink.sources.of(*file).text, *file, sink, audience);
  return result;
}

epub::Looks epub_looks(const config::Settings& settings, const base::Files& files, diagnostics::Sink& sink) {
  epub::Looks looks;
  // Colours that would be wrong on the other ground have sheets of their own: a link says when they hold, and no reader has to know
  // media queries to read the first.
  const bool has_own = !settings.styles_extra.empty() || !settings.styles_epub.empty();
  if (!settings.own_styles_only || !has_own)
    looks.sheets = {{"style.css", std::string(styles::epub), ""},
                    {"day.css", std::string(styles::epub_day), "(prefers-color-scheme: light)"},
                    {"night.css", std::string(styles::epub_night), "(prefers-color-scheme: dark)"}};
  looks.built_in = looks.sheets.size();
  OwnSheets own(settings, files, sink);
  for (const auto* sheets : {&settings.styles_extra, &settings.styles_epub})
    for (const auto& sheet : *sheets) own.add(sheet, looks);
  return looks;
}

}  // namespace octavo::command
