#include "markdown/includes.h"

#include <algorithm>
#include <utility>

#include "base/paths.h"
#include "config/config.h"
#include "markdown/directives.h"

namespace octavo::markdown {

using diagnostics::Rule;

namespace {

constexpr std::size_t deepest = 10;  // mdBook's own
// A book of a thousand pages is a tenth of this.
constexpr std::size_t most_included = 16'000'000;
// An include of nothing costs so much, that a million of them end too.
constexpr std::size_t least_cost = 64;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

bool leaves_folder(std::string_view written, const std::string& path) {
  return written.starts_with('/') || base::climbs(path);
}

bool has_controls(std::string_view path) {
  return std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

// A text that directives are looked for in.
struct Text {
  std::string path;
  base::FileId file;
  std::string_view bytes;
};

}  // namespace

// The text of one note as it comes together.
class Expansion {
 public:
  Expansion(Includes& includes, Expanded& result) : includes_(includes), result_(result) {}

  void copy(const Text& text, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    result_.origins.copied(size(), span(text, begin, end));
    result_.text += text.bytes.substr(begin, end - begin);
  }

  void expand(const Text& text, std::size_t begin, std::size_t end) {
    std::size_t copied = begin;
    for (const Directive& one : directives(text.bytes.substr(begin, end - begin))) {
      copy(text, copied, begin + one.begin);
      copied = begin + one.begin;
      if (follow(text, one, span(text, begin + one.begin, begin + one.end))) copied = begin + one.end;
    }
    copy(text, copied, end);
  }

 private:
  // A directive under way.
  struct Site {
    std::string path;
    std::uint32_t at;
    std::string includes;
  };

  static base::Span span(const Text& text, std::size_t begin, std::size_t end) {
    return {text.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(result_.text.size()); }
  void report(Rule rule, base::Span where, std::string message, std::vector<std::string> related = {}) {
    includes_.sink_.report({rule, where, std::move(message), "", std::move(related), target_});
  }

  // False if the directive is to stay as it is.
  bool follow(const Text& text, const Directive& one, base::Span where) {
    if (one.kind == DirectiveKind::escape) return true;
    if (one.kind == DirectiveKind::title) {
      result_.title = one.title;
      result_.title_where = where;
      return true;
    }
    target_ = one.path;
    const std::string path = base::normal(base::join(base::folder_of(text.path), one.path));
    if (leaves_folder(one.path, path)) {
      report_outside(one.path, where);
      return false;
    }
    const Includes::Known& known = includes_.known(path);
    if (!known.file) {
      if (known.rule == Rule::link_outside_folder) {
        report_outside(one.path, where);
      } else if (!known.trouble.empty()) {
        report(known.rule, where, known.trouble);
      }
      return false;
    }
    return include({path, known.file->file(), known.file->text()}, *known.file, one, text, where);
  }

  void report_outside(std::string_view path, base::Span where) {
    report(Rule::link_outside_folder, where,
           quoted(path) +
               " leads out of the book's folder, where octavo reads nothing; copy the file into the folder");
  }

  bool include(const Text& included, const IncludedFile& file, const Directive& one, const Text& text,
               base::Span where) {
    if (sites_.size() >= deepest) {
      report(Rule::text_hostile, where,
             "includes stand in includes more than " + std::to_string(deepest) +
                 " deep; this one stays as text");
      return false;
    }
    if (!affordable(least_cost, where)) return false;
    const auto places = one.kind == DirectiveKind::rustdoc_include ? AnchorPlaces::all : AnchorPlaces::first;
    const auto excerpt = file.excerpt(one.selection, places);
    if (!excerpt) {
      report_missing(included.path, file, one.selection, where);
      return false;
    }
    sites_.push_back({text.path, where.begin, included.path});
    const bool can = !is_cycle(*excerpt, included.path, where) && affordable(excerpt->walked, where);
    if (can) put(included, *excerpt, one, where);
    sites_.pop_back();
    return can;
  }

  void put(const Text& included, const Excerpt& excerpt, const Directive& one, base::Span where) {
    const bool is_block = one.kind == DirectiveKind::playground;
    if (is_block) put_instead("```rust" + attributes(one.attributes) + '\n', where);
    for (const auto& [begin, end] : excerpt.stretches) expand(included, begin, end);
    if (is_block) put_instead(result_.text.ends_with('\n') ? "```\n" : "\n```\n", where);
  }

  void put_instead(const std::string& words, base::Span where) {
    result_.origins.replaced(size(), where);
    result_.text += words;
  }

  // Parted by commas, the first one included.
  static std::string attributes(std::string_view words) {
    std::string result = words.empty() ? "" : ",";
    for (const char c : words) {
      const bool is_space = c == ' ' || c == '\t';
      if (!is_space) result += c;
      if (is_space && !result.ends_with(',')) result += ',';
    }
    if (result.ends_with(',')) result.pop_back();
    return result;
  }

  // What is to be included holds one of the directives that lead to it.
  bool is_cycle(const Excerpt& excerpt, const std::string& path, base::Span where) {
    const auto holds = [&](const Site& site) {
      return site.path == path &&
             std::any_of(excerpt.stretches.begin(), excerpt.stretches.end(), [&](const auto& stretch) {
               return stretch.first <= site.at && site.at < stretch.second;
             });
    };
    const auto begins = std::find_if(sites_.begin(), sites_.end(), holds);
    if (begins == sites_.end()) return false;
    std::vector<std::string> steps;
    for (auto site = begins; site != sites_.end(); ++site) {
      steps.push_back(quoted(site->path) + " includes " + quoted(site->includes));
    }
    report(Rule::include_cycle, where, quoted(path) + " would include itself; the directive stays as text",
           std::move(steps));
    return true;
  }

  void report_missing(const std::string& path, const IncludedFile& file, std::string_view selection,
                      base::Span where) {
    if (IncludedFile::names_anchor(selection)) {
      const std::string name(selection.substr(0, selection.find(':')));
      report(Rule::include_missing, where,
             quoted(path) + " has no anchor " + quoted(name) + "; write \"ANCHOR: " + name +
                 "\" above the lines to show, or correct the name");
    } else {
      report(Rule::include_missing, where,
             quoted(path) + " has no such lines, it ends with line " + std::to_string(file.line_count()) +
                 "; correct the numbers");
    }
  }

  bool affordable(std::size_t bytes, base::Span where) {
    auto& spent = includes_.spent_;
    spent = std::min(spent, most_included) + bytes;
    if (spent <= most_included) return true;
    if (!std::exchange(includes_.reported_size_, true)) {
      report(Rule::text_hostile, where,
             "the includes of this book come to more than " + std::to_string(most_included / 1'000'000) +
                 " MB; this and all further ones stay as text");
    }
    return false;
  }

  Includes& includes_;
  Expanded& result_;
  std::vector<Site> sites_;
  std::string target_;  // what the directive at hand names
};

const Includes::Known& Includes::known(const std::string& path) {
  const auto [found, is_new] = known_.try_emplace(path);
  if (is_new) found->second = read(path);
  return found->second;
}

// An included note gets a source of its own: a link in it means what it would mean in the note that includes
// it.
Includes::Known Includes::read(const std::string& path) const {
  const auto kind = has_controls(path) ? base::FileKind::missing : files_.kind(base::join(root_, path));
  if (kind == base::FileKind::missing) {
    return {{}, Rule::include_missing, "there is no file " + quoted(path) + " to include; correct its path"};
  }
  if (!config::stays_inside(files_, root_, path)) return {{}, Rule::link_outside_folder, path};
  if (kind != base::FileKind::file) {
    return {{},
            Rule::include_missing,
            quoted(path.empty() ? "." : path) + " is no file that could be included; name one"};
  }
  const auto file = config::read_text(files_, root_, path, sink_);
  if (!file) return {};
  const std::string_view text = sink_.sources.of(*file).text;
  if (text.size() > most_included) {
    return {{},
            Rule::text_hostile,
            quoted(path) + " is larger than " + std::to_string(most_included / 1'000'000) +
                " MB, too much to be included; name a smaller file"};
  }
  const std::size_t head = config::is_note(path) ? config::front_matter(text, *file, sink_).length : 0;
  return {IncludedFile(*file, text, head), {}, ""};
}

Expanded Includes::expanded(const vault::Note& note, std::size_t body) {
  Expanded result;
  const Text text{note.path, note.file, sink_.sources.of(note.file).text};
  Expansion expansion(*this, result);
  expansion.copy(text, 0, body);
  expansion.expand(text, body, text.bytes.size());
  if (result.origins.empty()) result.origins.copied(0, {note.file, 0, 0});
  return result;
}

}  // namespace octavo::markdown
