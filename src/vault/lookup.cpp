#include "vault/lookup.h"

#include <algorithm>
#include <tuple>

#include "base/bytes.h"
#include "base/paths.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::vault {

namespace {

using Item = Vault::Lookup::Item;

// The path without ".md" or ".markdown".
std::string_view bare(std::string_view path) {
  return config::is_note(path) ? path.substr(0, path.rfind('.')) : path;
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool has_odd_space(std::string_view path) {
  const auto is_odd = [](char left, char right) {
    return ((left == ' ') & ((right == ' ') | (right == '/'))) | ((left == '/') & (right == ' '));
  };
  return path.starts_with(' ') || path.ends_with(' ') || path.find('\t') != path.npos || base::any_pair(path, is_odd);
}

// White space beside a slash does not count, nor how much of it stands in a row.
std::string spaced(std::string path) {
  if (!has_odd_space(path)) return path;
  std::string result;
  for (const char byte : path) {
    const bool is_space = byte == ' ' || byte == '\t';
    if (is_space && (result.empty() || result.back() == '/' || result.back() == ' ')) continue;
    if (byte == '/' && result.ends_with(' ')) result.pop_back();
    result += is_space ? ' ' : byte;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

// Without folders and ending.
std::string_view own_name(const Item& item) { return last_part(std::string_view(item.exact).substr(0, item.exact_bare)); }

enum class Reach { none, suffix, whole };

// How much of the path the name spells, counted in whole parts from its end.
Reach reach(std::string_view path, std::string_view name) {
  if (path == name) return Reach::whole;
  const bool fits = path.ends_with(name) && path[path.size() - name.size() - 1] == '/';
  return fits ? Reach::suffix : Reach::none;
}

// Of a path, as the paths of items are written.
std::string normal_folder(std::string_view path) { return spaced(base::nfc(base::folder_of(path))); }

// Whether the item is in the folder of that path.
bool is_beside(const Item& item, std::string_view path) {
  const auto slash = path.rfind('/');
  const auto folder = slash == path.npos ? std::string_view() : path.substr(0, slash);
  const auto there = std::string_view(item.exact).substr(0, item.folder);
  if (there == folder) return true;
  // Mostly a path is normal as it stands.
  const bool is_normal = base::ascii_length(folder) == folder.size() && !has_odd_space(folder);
  return !is_normal && there == normal_folder(path);
}

enum class Start { anywhere, root, own_folder };

struct Query {
  std::string name, exact, folded;  // as it was asked for in NFC, as a path, and that folded
  Start start = Start::anywhere;

  Query(std::string_view asked, std::string_view from);  // `from` must outlive it
  std::optional<Candidate> match(const Item& item) const;

 private:
  // Of the note that asks; "" at the root.
  std::string own_folder() const { return normal_folder(from_); }

  std::string_view from_;
  Fit fit(const Item& item, Reach reached) const;
};

Query::Query(std::string_view asked, std::string_view from) : name(base::nfc(base::trimmed(asked))), exact(name), from_(from) {
  if (exact.starts_with("./") || exact.starts_with("../")) {
    start = Start::own_folder;
    exact = base::join(own_folder(), exact);
  } else if (exact.starts_with('/')) {
    start = Start::root;
    exact.erase(0, exact.find_first_not_of('/'));
  }
  if (exact.find('/') != exact.npos || exact.starts_with('.')) exact = base::normal(exact);
  exact = spaced(std::move(exact));
  folded = folded_path(exact);
}

std::optional<Candidate> Query::match(const Item& item) const {
  const auto item_exact_bare = std::string_view(item.exact).substr(0, item.exact_bare);
  // Mostly a note is called by its name, letter by letter.
  if (const Reach reached = reach(item_exact_bare, exact);
      item.note && (reached == Reach::whole || (reached == Reach::suffix && start == Start::anywhere)))
    return Candidate{item.note, item.file, fit(item, reached), true};
  // The name as it stands may be the whole name of the file, or that of a note without its ending ("Note.1"
  // of "Note.1.md").
  std::string_view wanted = bare(exact);
  Reach reached = reach(item.folded, folded);
  if (reached == Reach::none && item.note) {
    wanted = exact;
    reached = reach(std::string_view(item.folded).substr(0, item.folded_bare), folded);
  }
  if (reached == Reach::none || (start != Start::anywhere && reached != Reach::whole)) return {};
  return Candidate{item.note, item.file, fit(item, reached), reach(item_exact_bare, wanted) != Reach::none};
}

Fit Query::fit(const Item& item, Reach reached) const {
  if (start == Start::own_folder) return Fit::relative_path;
  if (reached == Reach::whole) return Fit::exact_path;
  if (folded.find('/') == std::string::npos)
    return is_beside(item, from_) ? Fit::own_folder : Fit::name;
  const std::string folder = folded_path(own_folder()) + '/';
  if (!item.folded.starts_with(folder)) return Fit::path_suffix;
  const auto below = std::string_view(item.folded).substr(folder.size());
  return below == folded || bare(below) == folded ? Fit::relative_path : Fit::path_suffix;
}

std::vector<std::string> each_once(std::vector<std::string> names) {
  std::ranges::sort(names);
  const auto twins = std::ranges::unique(names);
  names.erase(twins.begin(), twins.end());
  return names;
}

}  // namespace

std::string folded_path(std::string_view path) {
  if (path.find('/') == path.npos) return base::folded(path);
  std::string result;
  result.reserve(path.size());
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    if (at > 0) result += '/';
    result += base::folded(path.substr(at, end - at));
    at = end + 1;
  }
  return result;
}

Vault::Lookup::Lookup(const Vault& vault) {
  items.reserve(vault.notes.size() + vault.files.size());
  const auto add = [this, &vault](std::string_view path, NoteIndex note, FileIndex file) {
    const std::string called = base::relative(path, vault.source);
    Item item{note, file, spaced(base::nfc(called)), folded_path(called)};
    item.exact_bare = note ? bare(item.exact).size() : item.exact.size();
    item.folded_bare = note ? bare(item.folded).size() : item.folded.size();
    const auto slash = item.exact.rfind('/');
    item.folder = slash == item.exact.npos ? 0 : slash;
    item.length = base::length_in_code_points(item.exact);
    items.push_back(std::move(item));
  };
  for (std::size_t i = 0; i < vault.notes.size(); ++i) add(vault.notes[i].path, NoteIndex(i), {});
  for (std::size_t i = 0; i < vault.files.size(); ++i) add(vault.files[i], {}, FileIndex(i));
  std::ranges::sort(items, {},
                    [](const Item& item) { return std::tie(item.length, item.exact, item.note, item.file); });

  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    by_name.add(last_part(item.folded), i);
    if (!item.note) continue;
    by_name.add(last_part(std::string_view(item.folded).substr(0, item.folded_bare)), i);
    for (const auto& alias : vault.notes[item.note.index()].front.aliases) by_alias.add(base::folded(alias), i);
  }
  for (std::uint32_t i = 0; i < vault.notes.size(); ++i) {
    const Note& note = vault.notes[i];
    by_path.add(base::nfc(note.path), i);
    if (by_file.size() <= note.file.index()) by_file.resize(note.file.index() + 1);
    by_file[note.file.index()] = NoteIndex(i);
  }
  for (base::NameTable* table : {&by_name, &by_alias, &by_path}) table->finish();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const auto name = own_name(items[i]);
    const auto folded = last_part(std::string_view(items[i].folded).substr(0, items[i].folded_bare));
    // Two names of one hash only send both the long way.
    const bool is_alone = items[i].note && std::ranges::distance(by_name.find(folded)) == 1 && by_alias.find(folded).empty();
    // The long way would not find a name with spaces at its ends.
    if (is_alone && !name.empty() && base::trimmed(name) == name) by_own_name.add(name, i);
  }
  by_own_name.finish();
}

NoteIndex Vault::note_at(std::string_view path) const {
  const std::string wanted = base::nfc(path);
  for (const auto i : lookup->by_path.find(wanted)) {
    if (base::nfc(notes[i].path) == wanted) return NoteIndex(i);
  }
  return {};
}

NoteIndex Vault::note_of(base::FileId file) const {
  return file && file.index() < lookup->by_file.size() ? lookup->by_file[file.index()] : NoteIndex();
}

std::vector<Candidate> Vault::find(std::string_view name, std::string_view from) const {
  std::vector<Candidate> found;
  const std::string seen = source.empty() ? std::string() : base::relative(from, source);
  const auto asks = source.empty() ? from : std::string_view(seen);
  // Most links name a note letter by letter, and no other is called so.
  for (const auto i : lookup->by_own_name.find(name)) {
    const Item& item = lookup->items[i];
    if (own_name(item) != name) continue;
    found.push_back({item.note, {}, item.folder == 0 ? Fit::exact_path : is_beside(item, asks) ? Fit::own_folder : Fit::name});
    return found;
  }
  const Query query(name, asks);
  if (query.folded.empty()) return found;

  for (const auto i : lookup->by_name.find(last_part(query.folded))) {
    if (const auto candidate = query.match(lookup->items[i])) found.push_back(*candidate);
  }
  const auto& alias = query.name;
  // Folding is what takes longest here; a name without folders has been folded already.
  const bool is_folded = alias == query.exact && alias.find('/') == alias.npos;
  const std::string otherwise = is_folded ? "" : base::folded(alias);
  const std::string& folded_alias = is_folded ? query.folded : otherwise;
  for (const auto i : lookup->by_alias.find(folded_alias)) {
    const Item& item = lookup->items[i];
    if (query.match(item)) continue;  // already among the names
    const auto& aliases = notes[item.note.index()].front.aliases;
    const auto is_it = [&](const std::string& own) { return base::folded(own) == folded_alias; };
    const auto is_exact = [&](const std::string& own) { return base::nfc(own) == alias; };
    if (std::ranges::any_of(aliases, is_it))
      found.push_back({item.note, {}, Fit::alias, std::ranges::any_of(aliases, is_exact)});
  }
  // What is equal in all this stays in the order of the items: the shortest path, then bytes.
  if (found.size() > 1) std::ranges::stable_sort(found, {}, [](const Candidate& candidate) {
    return std::tuple(candidate.fit == Fit::alias, !candidate.exact_case, candidate.fit);
  });
  return found;
}

std::vector<std::string> Vault::names() const {
  std::vector<std::string> names;
  for (const auto& note : notes) {
    names.emplace_back(last_part(bare(note.path)));
    names.insert(names.end(), note.front.aliases.begin(), note.front.aliases.end());
  }
  return each_once(std::move(names));
}

std::vector<std::string> Vault::file_names() const {
  std::vector<std::string> names;
  for (const auto& path : files) names.emplace_back(last_part(path));
  return each_once(std::move(names));
}

}  // namespace octavo::vault
