// The index: every note and name that the book links to, with the places that do. Names without a note stand
// in it too.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <ranges>
#include <unordered_map>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/person_name.h"
#include "resolve/site.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;
using vault::NoteIndex;

namespace {

class Indexer {
 public:
  Indexer(Book& book, const Vault& notes)
      : book_(book),
        notes_(notes),
        chapter_of_(chapters_of_notes(book, notes)),
        own_note_of_(players_of_chapters(book)) {}

  void collect() {
    for (const Occurrence& one : occurrences(book_)) {
      const Chapter& chapter = book_.chapters[one.mention.chapter.index()];
      if (!chapter.in_index) continue;
      IndexEntry* entry = entry_of(one, chapter);
      if (!entry) continue;
      mark_target(book_, one.mention.occurrence);
      mark_target(book_, one.mention.section);
      entry->mentions.push_back(one.mention);
      note_way(one);
    }
    relate_entries();
    add_aliases();
  }

  void put_in_order() {
    const base::Collator collator(book_.metadata.language);
    std::vector<std::pair<std::pair<bool, std::string>, std::size_t>> order;  // signs and digits first
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      entries_[i].initial = collator.initial(entries_[i].sort_key);
      order.push_back({{entries_[i].initial != "#", collator.key(entries_[i].sort_key)}, i});
    }
    std::sort(order.begin(), order.end());
    std::vector<EntryId> places(entries_.size());
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i].second] = EntryId(i);
    AnchorMaker anchors(book_);
    for (const auto& [key, at] : order) {
      IndexEntry& entry = book_.index.emplace_back(std::move(entries_[at]));
      entry.anchor = anchors.make(AnchorKind::entry, Division::index, "i-" + ascii_slug(entry.term, "entry"));
      if (entry.target) mark_target(book_, entry.target);
      if (entry.player) mark_main(entry);
      for (EntryId& other : entry.related) other = places[other.index()];
      std::sort(entry.related.begin(), entry.related.end());
    }
    for (const IndexEntry& entry : book_.index)
      for (const EntryId other : entry.related) mark_target(book_, book_.index[other.index()].anchor);
  }

 private:
  // Null for what is no entry: addresses, files, links within a note.
  IndexEntry* entry_of(const Occurrence& one, const Chapter& chapter) {
    const Link& link = *one.link;
    if (const auto* to = std::get_if<ToPlayer>(&link.target)) return player_entry(to->player);
    if (link.as_written.starts_with('#') || std::holds_alternative<ToUrl>(link.target)) return nullptr;
    if (const auto* to = std::get_if<ToAnchor>(&link.target))
      return chapter_entry(book_.anchors[to->anchor.index()].chapter);
    return unresolved_entry(link, one.where, chapter);
  }

  // How often one note of the book links to another.
  void note_way(const Occurrence& one) {
    const auto* to = std::get_if<ToAnchor>(&one.link->target);
    if (!to) return;
    const ChapterId there = book_.anchors[to->anchor.index()].chapter;
    if (there && there != one.mention.chapter) ++ways_[{one.mention.chapter, there}];
  }

  std::optional<std::size_t> known_entry(ChapterId chapter) const {
    const PlayerId player = own_note_of_[chapter.index()];
    const auto found = by_key_.find(player ? key_of(player) : key_of(chapter));
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
  }

  // Two notes that link to each other belong together: each entry names the notes with the most links both ways.
  void relate_entries() {
    constexpr std::size_t most = 3;
    std::map<std::size_t, std::vector<std::pair<std::size_t, std::size_t>>> near;  // by entry: links, from the most, and the other
    for (const auto& [way, count] : ways_) {
      const auto back = ways_.find({way.second, way.first});
      if (back == ways_.end()) continue;
      const auto here = known_entry(way.first), there = known_entry(way.second);
      if (here && there) near[*here].push_back({count + back->second, *there});
    }
    for (auto& [at, others] : near) {
      std::ranges::stable_sort(others, std::greater(), &std::pair<std::size_t, std::size_t>::first);
      for (const auto& [count, other] : others | std::views::take(most)) entries_[at].related.push_back(EntryId(other));
    }
  }

  // Another name of a note leads to its entry, unless that one begins with it or another has it.
  void add_aliases() {
    std::unordered_map<std::string, std::size_t> terms;
    for (std::size_t i = 0; i < entries_.size(); ++i) terms.emplace(base::folded(entries_[i].term), i);
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      const auto own = known_entry(ChapterId(i));
      if (!own) continue;
      for (const std::string& alias : book_.chapters[i].aliases) {
        const bool is_person = bool(entries_[*own].player);
        const std::string term = is_person ? person_name(alias).inverted() : base::trimmed(alias);
        const std::string name = base::folded(term);
        if (name.empty() || base::folded(entries_[*own].term).starts_with(name)) continue;
        const auto [known, is_new] = terms.emplace(name, entries_.size());
        if (is_new) entries_.push_back({.term = term, .sort_key = is_person ? term : sorted_as(term)});
        else if (!entries_[known->second].mentions.empty()) continue;
        if (auto& related = entries_[known->second].related; std::ranges::find(related, EntryId(*own)) == related.end())
          related.push_back(EntryId(*own));
      }
    }
  }

  static std::string key_of(PlayerId player) { return "player " + std::to_string(player.value); }
  static std::string key_of(ChapterId chapter) { return "chapter " + std::to_string(chapter.value); }

  IndexEntry* entry(const std::string& key, const std::function<IndexEntry()>& make) {
    const auto [known, is_new] = by_key_.try_emplace(key, entries_.size());
    if (is_new) entries_.push_back(make());
    return &entries_[known->second];
  }

  IndexEntry* player_entry(PlayerId id) {
    return entry(key_of(id), [&] {
      const Player& player = book_.players[id.index()];
      // `sort: García Márquez, Gabriel` also says how the name is turned round.
      const bool is_inverted = player.sort_key.find(',') != std::string::npos;
      IndexEntry made{.term = is_inverted ? player.sort_key : person_name(plain_text(player.name)).inverted(),
                      .sort_key = player.sort_key};
      made.player = id;
      made.target = player.chapter ? book_.chapters[player.chapter.index()].anchor : player.anchor;
      return made;
    });
  }

  IndexEntry* chapter_entry(ChapterId id) {
    const Chapter& chapter = book_.chapters[id.index()];
    if (!chapter.in_index) return nullptr;
    if (const PlayerId player = own_note_of_[id.index()]) return player_entry(player);
    return entry(key_of(id), [&] {
      const std::string title = plain_text(chapter.title);
      return IndexEntry{.term = title,
                        .sort_key = chapter.sort_as.empty() ? sorted_as(title) : chapter.sort_as,
                        .target = chapter.anchor};
    });
  }

  // All that is left of an unresolved link is what the author wrote.
  IndexEntry* unresolved_entry(const Link& link, base::Span where, const Chapter& chapter) {
    std::string name = base::trimmed(std::string_view(link.as_written).substr(0, link.as_written.find('#')));
    const bool is_path = config::is_note(name);
    if (is_path) name = base::percent_decoded(name);
    const NoteIndex source = notes_.note_of(where.file);
    const std::string& from = source ? notes_.notes[source.index()].path : chapter.path;
    if (name.empty() || has_scheme(name) || name.starts_with('/') || name.starts_with('.') || is_page(name))
      return nullptr;
    if (const auto candidates = notes_.find(name, from); !candidates.empty()) {
      if (!candidates.front().note) return nullptr;  // a file
      return note_entry(candidates.front().note);
    }
    if (is_path) name = bare_name(name);
    return entry("name " + base::folded(name),
                 [&] { return IndexEntry{.term = name, .sort_key = sorted_as(name)}; });
  }

  std::string sorted_as(std::string_view title) const {
    return std::string(without_article(title, book_.metadata.language));
  }

  // A heading that a chapter lacks, or a note that is no chapter.
  IndexEntry* note_entry(NoteIndex note) {
    if (const ChapterId chapter = chapter_of_[note.index()]) return chapter_entry(chapter);
    const vault::Note& facts = notes_.notes[note.index()];
    if (!facts.front.index) return nullptr;
    return entry("note " + std::to_string(note.value), [&] {
      const std::string title = facts.front.title.empty() ? bare_name(facts.path) : facts.front.title;
      return IndexEntry{.term = title,
                        .sort_key = facts.front.sort.empty() ? sorted_as(title) : facts.front.sort};
    });
  }

  // The place that tells most of a person is the same as in the appendix.
  void mark_main(IndexEntry& entry) const {
    for (const Mention& mention : book_.players[entry.player.index()].mentions) {
      if (!mention.is_main) continue;
      for (Mention& own : entry.mentions) own.is_main = own.occurrence == mention.occurrence;
    }
  }

  Book& book_;
  const Vault& notes_;
  std::vector<ChapterId> chapter_of_;  // by note
  std::vector<PlayerId> own_note_of_;  // by chapter
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<IndexEntry> entries_;
  std::map<std::pair<ChapterId, ChapterId>, std::size_t> ways_;
};

}  // namespace

Book with_index(Book book, const Vault& notes) {
  Indexer indexer(book, notes);
  indexer.collect();
  indexer.put_in_order();
  return book;
}

}  // namespace octavo::resolve
