// Who the key players are: people with a note that says so, and items of the lists under a heading such as
// "Key Players". Each becomes one player with the places that describe them. Links that mean a player without
// a note in the book lead to the appendix.
#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/person_name.h"
#include "resolve/player_items.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;
using vault::NoteIndex;

namespace {

std::string name_key(std::string_view name) { return base::folded(person_name(name).in_order()); }

struct Declared {
  std::string name;               // as the appendix prints it
  std::vector<std::string> keys;  // what else may call the same person
  NoteIndex note;
  base::Span where;
  ChapterId chapter;  // with a description at
  AnchorId at;
};

struct Person {
  Player player;
  NoteIndex note;
  base::Span where;
  PersonName parts;
};

class Roster {
 public:
  Roster(Book& book, const Vault& notes, const config::Settings& settings, Sink& sink)
      : book_(book),
        notes_(notes),
        sink_(sink),
        finder_(notes, &settings),
        chapter_of_(chapters_of_notes(book, notes)) {}

  // Notes decide before names do, wherever in the book they stand.
  void declare_all(const std::vector<std::string>& headings) {
    for (const auto* list : {&book_.chapters, &book_.shelf}) {
      for (const Chapter& chapter : *list) {
        if (chapter.is_person) declare_own_note(chapter);
      }
    }
    const std::vector<Declared> items = declared_items(headings);
    for (const Declared& item : items) {
      if (item.note) declare_by_note(item);
    }
    for (const Declared& item : items) {
      if (!item.note) declare_by_name(item);
    }
    report_doubtful();
  }

  void claim_links() {
    if (people_.empty()) return;
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      each_link(book_.chapters[i],
                [&](Link& link, base::Span where) { claim(link, where, book_.chapters[i].path); });
    }
  }

  void hand_over() {
    for (Person& person : people_) {
      std::sort(person.player.descriptions.begin(), person.player.descriptions.end(),
                [](const Description& left, const Description& right) { return left.at < right.at; });
      book_.players.push_back(std::move(person.player));
    }
  }

 private:
  void declare_own_note(const Chapter& chapter) {
    const std::string title = plain_text(chapter.title);
    Declared declared{title,
                      {name_key(title), name_key(bare_name(chapter.path))},
                      notes_.note_of(chapter.file),
                      chapter.title_where,
                      {},
                      {}};
    if (declared.note) declare_by_note(declared);
  }

  std::vector<Declared> declared_items(const std::vector<std::string>& headings) {
    std::vector<Declared> items;
    AnchorMaker anchors(book_);
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      Chapter& chapter = book_.chapters[i];
      each_player_paragraph(chapter.blocks, headings, [&](Block& block) {
        const auto item = parse_item(get<Paragraph>(block.value).content);
        if (!item) return;
        if (!block.anchor) block.anchor = anchors.numbered(AnchorKind::mention, ChapterId(i), 'b');
        mark_target(book_, block.anchor);
        Declared declared{item->name, {}, {}, block.where, ChapterId(i), block.anchor};
        name_and_note(declared, *item, source_path(block.where, chapter));
        items.push_back(std::move(declared));
      });
    }
    return items;
  }

  const std::string& source_path(base::Span where, const Chapter& chapter) const {
    const NoteIndex note = notes_.note_of(where.file);
    return note ? notes_.notes[note.index()].path : chapter.path;
  }

  void name_and_note(Declared& declared, const PlayerItem& item, const std::string& from) const {
    declared.keys.push_back(name_key(item.name));
    // A bold name means what the same name in brackets means.
    ToName target{.note = item.name};
    if (item.link) {
      const auto* to = std::get_if<ToName>(&item.link->target);
      // A section about somebody is no note of their own.
      if (!to || !to->headings.empty() || !to->block.empty()) return;
      target = *to;
    }
    const Destination destination = finder_.find(target, from);
    if (destination.kind == Destination::Kind::found) {
      const auto& winner = destination.candidates.front();
      if (winner.note && (item.link || winner.fit != vault::Fit::alias)) declared.note = winner.note;
    }
    const std::string linked = bare_name(target.note);
    declared.keys.push_back(name_key(linked));
    // "[[Ada Lovelace|Ada]]" shortens the name for this one place.
    const std::string whole = base::folded(linked);
    const std::string shown = base::folded(item.name);
    if (whole.starts_with(shown + ' ') || whole.ends_with(' ' + shown)) declared.name = linked;
  }

  void declare_by_note(const Declared& declared) {
    const auto known = by_note_.find(declared.note);
    if (known != by_note_.end()) return add_to(known->second, declared);
    if (const auto same = called(declared.keys); !same.empty())
      report_namesake(declared, people_[same.front()]);
    by_note_.emplace(declared.note, people_.size());
    add(declared);
  }

  void declare_by_name(const Declared& declared) {
    const auto same = called(declared.keys);
    if (same.size() == 1) return add_to(same.front(), declared);
    if (!same.empty()) report_namesake(declared, people_[same.front()]);
    add(declared);
  }

  // The people that go by one of the names, in the order they were declared.
  std::vector<std::size_t> called(const std::vector<std::string>& keys) const {
    std::vector<std::size_t> found;
    for (const std::string& key : keys) {
      if (const auto known = by_name_.find(key); known != by_name_.end())
        found.insert(found.end(), known->second.begin(), known->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  void add(const Declared& declared) {
    Person person{{}, declared.note, declared.where, person_name(declared.name)};
    const std::string name = person.parts.in_order();
    person.player.name = {Inline{Text{name}, declared.where}};
    person.player.sort_key = person.parts.inverted();
    if (declared.note) {
      person.player.chapter = chapter_of_[declared.note.index()];
      const std::string& sort = notes_.notes[declared.note.index()].front.sort;
      if (!sort.empty()) person.player.sort_key = sort;
    }
    people_.push_back(std::move(person));
    add_to(people_.size() - 1, declared);
  }

  void add_to(std::size_t at, const Declared& declared) {
    if (declared.at) people_[at].player.descriptions.push_back({declared.chapter, {}, declared.at});
    for (const std::string& key : declared.keys) {
      auto& known = by_name_[key];
      if (known.size() < most_namesakes && std::find(known.begin(), known.end(), at) == known.end())
        known.push_back(at);
    }
  }

  void report_namesake(const Declared& declared, const Person& other) {
    sink_.report(Rule::players_doubtful_merge, declared.where,
                 '"' + declared.name +
                     "\" is also the name of another key player, with another note; they are listed apart, "
                     "link both to one note "
                     "if they are one",
                 "", {position(other)});
  }

  std::string position(const Person& person) const {
    std::string line = "the other is \"" + plain_text(person.player.name) + '"';
    if (person.where.file) {
      const auto place = sink_.sources.position(person.where.file, person.where.begin);
      line += " in " + sink_.sources.of(person.where.file).path + ", line " + std::to_string(place.line);
    }
    return line;
  }

  // Names that differ and yet could be one person's. Two notes are two people.
  void report_doubtful() {
    std::unordered_map<std::string, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      auto& family = families[base::unmarked(people_[i].parts.family)];
      for (const std::size_t other : family) {
        const Person& left = people_[other];
        const Person& right = people_[i];
        const std::string left_name = plain_text(left.player.name);
        const std::string right_name = plain_text(right.player.name);
        if ((left.note && right.note) || base::folded(left_name) == base::folded(right_name)) continue;
        if (!may_be_one_person(left.parts, right.parts)) continue;
        sink_.report(Rule::players_doubtful_merge, right.where,
                     '"' + right_name + "\" and \"" + left_name +
                         "\" may be one person; they are listed apart, write the name alike if they are one",
                     "", {position(left)});
      }
      if (family.size() < most_namesakes) family.push_back(i);
    }
  }

  void claim(Link& link, base::Span where, const std::string& chapter_path) {
    const auto* name = std::get_if<ToName>(&link.target);
    if (!name) return;
    const NoteIndex source = notes_.note_of(where.file);
    const Destination to = finder_.find(*name, source ? notes_.notes[source.index()].path : chapter_path);
    NoteIndex note;
    if (to.kind == Destination::Kind::found) {
      note = to.candidates.front().note;
      if (!note || chapter_of_[note.index()]) return;  // a file, or a chapter: links lead there
      if (const auto known = by_note_.find(note); known != by_note_.end()) {
        link.target = ToPlayer{PlayerId(known->second)};
        return;
      }
    } else if (to.kind != Destination::Kind::nothing || name->note.empty()) {
      return;
    }
    const auto same = called({name_key(bare_name(name->note))});
    if (same.size() != 1) return;
    const Person& person = people_[same.front()];
    if (person.note && note) return;  // a namesake, with a note of their own outside the book
    if (person.player.chapter)
      link.target = ToAnchor{book_.chapters[person.player.chapter.index()].anchor};
    else
      link.target = ToPlayer{PlayerId(same.front())};
  }

  static constexpr std::size_t most_namesakes =
      50;  // further ones are not compared, which would take quadratic time

  Book& book_;
  const Vault& notes_;
  Sink& sink_;
  Finder finder_;
  std::vector<ChapterId> chapter_of_;  // by note
  std::vector<Person> people_;
  std::unordered_map<NoteIndex, std::size_t> by_note_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace

Book with_players(Book book, const Vault& notes, const config::Settings& settings, Sink& sink) {
  std::vector<std::string> headings;
  for (const std::string& heading : settings.player_headings) headings.push_back(base::folded(heading));
  Roster roster(book, notes, settings, sink);
  roster.declare_all(headings);
  roster.claim_links();
  roster.hand_over();
  return book;
}

}  // namespace octavo::resolve
