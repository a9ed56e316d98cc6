// Some chapters of a book as a book of their own. Ids are places in lists, so those of chapters and players are given anew; anchors keep
// theirs, and those of what is left out lead nowhere and are asked for by nobody.
#include <algorithm>

#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

namespace {

class Excerpt {
 public:
  Excerpt(Book& book, const std::vector<ChapterId>& chosen)
      : book_(book), chosen_(chosen), chapter_(book.chapters.size()), player_(book.players.size()), person_(players_of_chapters(book)) {
    for (std::size_t i = 0; i < chosen.size(); ++i) chapter_[chosen[i].index()] = ChapterId(i);
  }

  void take() {
    choose_players();
    for (const ChapterId id : chosen_) {
      Chapter& chapter = book_.chapters[id.index()];
      each_link(chapter, [this](Link& link, base::Span) { lead(link); });
      chapter.kind = ChapterKind::chapter;
      chapter.number.clear();
      raise(chapter);
    }
    take_players();
    take_chapters();
  }

 private:
  // Those whom the chapters mention or describe.
  void choose_players() {
    std::size_t count = 0;
    for (std::size_t i = 0; i < book_.players.size(); ++i) {
      Player& player = book_.players[i];
      std::erase_if(player.mentions, [this](const Mention& mention) { return !chapter_[mention.chapter.index()]; });
      const bool is_described =
          std::ranges::any_of(player.descriptions, [this](const Description& one) { return bool(chapter_[one.chapter.index()]); });
      if (is_described || !player.mentions.empty()) player_[i] = PlayerId(count++);
    }
  }

  // Where the link leads in the excerpt. A person whose own note is left out may still have an entry.
  void lead(Link& link) const {
    if (auto* to = std::get_if<ToPlayer>(&link.target)) {
      link.target = to_player(to->player);
      return;
    }
    const auto* to = std::get_if<ToAnchor>(&link.target);
    if (!to) return;
    const Anchor& place = book_.anchors[to->anchor.index()];
    if (place.division != Division::chapter || chapter_[place.chapter.index()]) return;
    const PlayerId person = person_[place.chapter.index()];
    link.target = person ? to_player(person) : Target(ToNothing{});
  }
  Target to_player(PlayerId player) const {
    if (player_[player.index()]) return ToPlayer{player_[player.index()]};
    return ToNothing{};
  }

  // What was nested in another chapter stands by itself.
  static void raise(Chapter& chapter) {
    const int by = chapter.level - 1;
    chapter.level = 1;
    each_block(chapter, [by](Block& block) {
      if (auto* heading = get_if<Heading>(&block.value)) heading->level -= by;
      return true;
    });
  }

  void take_players() {
    std::vector<Player> players;
    for (std::size_t i = 0; i < book_.players.size(); ++i) {
      if (!player_[i]) continue;
      Player& player = players.emplace_back(std::move(book_.players[i]));
      if (player.chapter) player.chapter = chapter_[player.chapter.index()];
      for (Mention& mention : player.mentions) mention.chapter = chapter_[mention.chapter.index()];
      keep_what_tells_most(player.descriptions);
      for (Description& description : player.descriptions) {
        description.chapter = chapter_[description.chapter.index()];
        if (!description.chapter) description.at = {};
        each_inline(description.content, [this](Inline& one) {
          if (auto* link = get_if<Link>(&one.value)) lead(*link);
          return true;
        });
      }
      std::erase_if(player.related, [this](PlayerId other) { return !player_[other.index()]; });
      for (PlayerId& other : player.related) other = player_[other.index()];
    }
    book_.players = std::move(players);
  }

  // What the chapters say themselves; if nothing, the longest of what others say.
  void keep_what_tells_most(std::vector<Description>& descriptions) const {
    const auto is_here = [this](const Description& one) { return bool(chapter_[one.chapter.index()]); };
    if (std::ranges::any_of(descriptions, is_here)) {
      std::erase_if(descriptions, [&](const Description& one) { return !is_here(one); });
    } else if (!descriptions.empty()) {
      const auto longest = std::ranges::max_element(descriptions, {}, [](const Description& one) { return plain_text(one.content).size(); });
      descriptions = {std::move(*longest)};
    }
  }

  void take_chapters() {
    for (Anchor& anchor : book_.anchors) {
      if (anchor.division != Division::chapter) continue;
      const ChapterId chapter = chapter_[anchor.chapter.index()];
      if (chapter) anchor.chapter = chapter;
      else anchor = {.kind = AnchorKind::mention, .division = Division::front};
    }
    std::vector<Chapter> chapters;
    for (const ChapterId id : chosen_) chapters.push_back(std::move(book_.chapters[id.index()]));
    book_.chapters = std::move(chapters);
    book_.parts.clear();
  }

  Book& book_;
  const std::vector<ChapterId>& chosen_;
  std::vector<ChapterId> chapter_;  // by those of the whole book
  std::vector<PlayerId> player_;    // the same
  std::vector<PlayerId> person_;    // by chapters of the whole book: whose own note it is
};

}  // namespace

Book excerpt(Book book, const std::vector<ChapterId>& chosen) {
  Excerpt(book, chosen).take();
  return book;
}

}  // namespace octavo::resolve
