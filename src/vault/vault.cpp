#include "vault/vault.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "base/paths.h"
#include "base/unicode.h"
#include "vault/lookup.h"
#include "vault/names.h"
#include "vault/parts.h"
#include "vault/walk.h"

namespace octavo::vault {

namespace {

using diagnostics::Rule;

// The whole Bible is shorter. Every byte of a note costs some hundred of memory on its way to a page.
constexpr std::size_t longest_note = 8'000'000;

struct Ordered {
  std::string path;
  std::optional<std::size_t> choice;  // into the author's list
};
struct Order {
  std::vector<Ordered> notes;
  std::size_t chapters = 0;  // so many of them, from the first
};

// The first note of a published site goes before all others.
Order natural_order(const std::vector<std::string>& notes, const std::string& first_note) {
  Order order{{}, notes.size()};
  for (const std::string& path : notes) order.notes.push_back({path, {}});
  const auto is_called = [name = base::nfc(first_note)](const std::string& written) {
    const std::string path = base::nfc(written);
    return !name.empty() &&
           (path == name || path.substr(0, path.rfind('.')) == name || base::stem_of(path) == name);
  };
  const auto first = std::ranges::find_if(order.notes, is_called, &Ordered::path);
  if (first != order.notes.end()) std::rotate(order.notes.begin(), first, first + 1);
  return order;
}

// Of all Markdown in the book's folder the notes are what lies in `source` or is chosen; the rest becomes
// files.
void keep_notes(Paths& paths, const config::Settings& settings) {
  std::unordered_set<std::string> chosen;
  if (settings.chapters) {
    for (const auto& choice : *settings.chapters) chosen.insert(base::nfc(choice.path));
  }
  const std::string inside = settings.source.empty() ? "" : settings.source + '/';
  const auto others = std::ranges::stable_partition(paths.notes, [&](const std::string& path) {
    if (path == settings.summary) return false;
    return path.starts_with(inside) || chosen.contains(base::nfc(path));
  });
  std::ranges::move(others, std::back_inserter(paths.files));
  paths.notes.erase(others.begin(), others.end());
  std::ranges::sort(paths.files);
}

// The author's parts begin with their first chapter that is there.
std::vector<std::pair<std::string, std::size_t>> chosen_parts(const std::vector<config::PartChoice>& wanted,
                                                              const std::vector<Note>& notes) {
  std::vector<std::pair<std::string, std::size_t>> parts;
  for (const auto& [title, first_choice] : wanted) {
    const auto first = std::ranges::find_if(
        notes, [&](const Note& note) { return note.choice && *note.choice >= first_choice; });
    if (first != notes.end()) parts.emplace_back(title, static_cast<std::size_t>(first - notes.begin()));
  }
  return parts;
}

// The chapters as the author lists them, then the other notes in their own order.
Order chosen_order(const std::vector<config::ChapterChoice>& wanted, const std::vector<std::string>& notes,
                   diagnostics::Sink& sink) {
  std::unordered_map<std::string, std::size_t> by_path;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    by_path.emplace(base::nfc(notes[i]), i);
  }
  for (std::size_t i = 0; i < notes.size(); ++i) {
    by_path.emplace(base::nfc(notes[i].substr(0, notes[i].rfind('.'))), i);
  }
  Order order;
  std::vector<bool> chosen(notes.size());
  for (std::size_t choice = 0; choice < wanted.size(); ++choice) {
    const std::string& path = wanted[choice].path;
    if (path.empty()) continue;  // a draft, or reported where it was read
    const base::Span where = wanted[choice].where;
    const auto found = by_path.find(base::nfc(path));
    if (found == by_path.end()) {
      const auto nearest = base::nearest(path, notes);
      std::string message = "there is no note \"" + path + "\" in the book's folder";
      for (const auto& name : nearest) {
        message += (&name == &nearest.front() ? "; did you mean \"" : "\" or \"") + name;
      }
      if (!nearest.empty()) message += "\"?";
      // In SUMMARY.md the place is that of a whole link.
      const bool is_path = !nearest.empty() && !wanted[choice].number;
      sink.report(Rule::config_missing_chapter, where, message, is_path ? nearest.front() : "");
    } else if (chosen[found->second]) {
      sink.report(Rule::config_invalid, where,
                  '"' + path + "\" is a chapter already; take it out here or there");
    } else {
      chosen[found->second] = true;
      order.notes.push_back({notes[found->second], choice});
    }
  }
  order.chapters = order.notes.size();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (!chosen[i]) order.notes.push_back({notes[i], {}});
  }
  return order;
}

std::string why_empty(const config::Settings& settings, const Order& order) {
  if (order.notes.empty()) {
    return "there is no note in \"" + settings.root +
           "\" to make a book of; put a file there that ends with .md or .markdown";
  }
  if (order.chapters == 0) {
    const bool has_summary = !settings.summary.empty();
    return (has_summary ? settings.summary : "book.toml") +
           " lists no chapter that is there; list notes of the book's folder, or take " +
           (has_summary ? "the file" : "`chapters`") + " out";
  }
  return "no chapter could be read, so there is no book to make; see to what is reported of each";
}

}  // namespace

Vault open(const base::Files& files, const config::Settings& settings, diagnostics::Sink& sink) {
  Paths paths;
  if (settings.only_file.empty()) {
    paths = walk_book(files, settings.root, settings.order, sink);
    keep_notes(paths, settings);
  } else {
    paths = walk_around_note(files, settings.root);
    paths.notes = {settings.only_file};
  }
  const Order order = settings.chapters ? chosen_order(*settings.chapters, paths.notes, sink)
                                        : natural_order(paths.notes, settings.first_note);
  Vault vault{.root = settings.root, .source = settings.source, .files = std::move(paths.files)};
  vault.notes.reserve(order.notes.size());
  for (std::size_t i = 0; i < order.notes.size(); ++i) {
    const auto& [path, choice] = order.notes[i];
    const auto file = config::read_text(files, vault.root, path, sink);
    if (!file) continue;
    if (sink.sources.of(*file).text.size() > longest_note) {
      sink.report(Rule::file_unreadable, {*file, 0, 0},
                  "this note is left out, for it is longer than " + std::to_string(longest_note / 1'000'000) +
                      " MB; divide it to have it in the book");
      continue;
    }
    auto front = config::front_matter(sink.sources.of(*file).text, *file, sink);
    vault.notes.push_back({path, *file, std::move(front), i < order.chapters, choice});
  }
  vault.parts = settings.chapters ? chosen_parts(settings.parts, vault.notes) : parts_of(vault.notes);
  if (vault.notes.empty() || !vault.notes.front().is_chapter) {
    sink.report(Rule::book_empty, {}, why_empty(settings, order));
  }
  report_names(vault, sink);
  vault.lookup = std::make_shared<const Vault::Lookup>(vault);
  return vault;
}

}  // namespace octavo::vault
