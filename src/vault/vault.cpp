#include "vault/vault.h"

#include <algorithm>
#include <unordered_map>

#include "base/paths.h"
#include "base/unicode.h"
#include "vault/lookup.h"
#include "vault/parts.h"
#include "vault/walk.h"

namespace octavo::vault {

namespace {

using diagnostics::Rule;

struct Ordered {
  std::string path;
  std::optional<std::size_t> choice;  // into the author's list
};
struct Order {
  std::vector<Ordered> notes;
  std::size_t chapters = 0;  // so many of them, from the first
};

Order natural_order(const std::vector<std::string>& notes) {
  Order order{{}, notes.size()};
  for (const std::string& path : notes) order.notes.push_back({path, {}});
  return order;
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
    const base::Span where = wanted[choice].where;
    const auto found = by_path.find(base::nfc(path));
    if (found == by_path.end()) {
      const auto nearest = base::nearest(path, notes);
      std::string message = "there is no note \"" + path + "\" in the book's folder";
      for (const auto& name : nearest) {
        message += (&name == &nearest.front() ? "; did you mean \"" : "\" or \"") + name;
      }
      if (!nearest.empty()) message += "\"?";
      sink.report(Rule::config_missing_chapter, where, message, nearest.empty() ? "" : nearest.front());
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
    return "book.toml lists no chapter that is there; list notes of the book's folder, or take `chapters` "
           "out";
  }
  return "no chapter could be read, so there is no book to make; see to what is reported of each";
}

}  // namespace

Vault open(const base::Files& files, const config::Settings& settings, diagnostics::Sink& sink) {
  Paths paths;
  if (settings.only_file.empty()) {
    paths = walk_book(files, settings.root, sink);
  } else {
    paths = walk_around_note(files, settings.root);
    paths.notes = {settings.only_file};
  }
  const Order order = settings.chapters ? chosen_order(*settings.chapters, paths.notes, sink)
                                        : natural_order(paths.notes);
  Vault vault{.root = settings.root, .files = std::move(paths.files)};
  for (std::size_t i = 0; i < order.notes.size(); ++i) {
    const auto& [path, choice] = order.notes[i];
    const auto file = config::read_text(files, vault.root, path, sink);
    if (!file) continue;
    auto front = config::front_matter(sink.sources.of(*file).text, *file, sink);
    vault.notes.push_back({path, *file, std::move(front), i < order.chapters, choice});
  }
  // The author's list is an order without parts.
  if (!settings.chapters) vault.parts = parts_of(vault.notes);
  if (vault.notes.empty() || !vault.notes.front().is_chapter) {
    sink.report(Rule::book_empty, {}, why_empty(settings, order));
  }
  vault.lookup = std::make_shared<const Vault::Lookup>(vault);
  return vault;
}

}  // namespace octavo::vault
