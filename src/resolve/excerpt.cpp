// Some chapters of a book as a book of their own. Ids are places in lists, so those of chapters and players are given anew; anchors keep
// theirs, and those of what is left out lead nowhere and are asked for by nobody.
#include <algorithm>

#include "resolve/anchors.h"
#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

namespace {

class Excerpt {
 public:
  Excerpt(Book& book, const std::vector<ChapterId>& chosen)
      : book_(book), chosen_(chosen), chapter_(book.chapters.size()), player_(book.players.size()), described_(book.players.size()), person_(players_of_chapters(book)) {
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
  // Those whom the chapters mention. Whom they describe themselves they need not be told of once more.
  void choose_players() {
    std::size_t count = 0;
    for (std::size_t i = 0; i < book_.players.size(); ++i) {
      Player& player = book_.players[i];
      std::erase_if(player.mentions, [this](const Mention& mention) { return !chapter_[mention.chapter.index()]; });
      const auto own = std::ranges::find_if(player.descriptions, [this](const Description& one) { return bool(chapter_[one.chapter.index()]); });
      if (own != player.descriptions.end()) {
        described_[i] = own->at;
        mark_target(book_, own->at);
      } else if (!player.mentions.empty()) {
        player_[i] = PlayerId(count++);
      }
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
    if (described_[player.index()]) return ToAnchor{described_[player.index()]};
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
      keep_the_longest(player.descriptions);
      for (Description& description : player.descriptions) {
        description.chapter = {};
        description.at = {};
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

  static void keep_the_longest(std::vector<Description>& descriptions) {
    if (descriptions.empty()) return;
    const auto longest = std::ranges::max_element(descriptions, {}, [](const Description& one) { return plain_text(one.content).size(); });
    descriptions = {std::move(*longest)};
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
  std::vector<AnchorId> described_;  // the same: where a chosen chapter says itself who they are
  std::vector<PlayerId> person_;    // by chapters of the whole book: whose own note it is
};

}  // namespace

Book excerpt(Book book, const std::vector<ChapterId>& chosen) {
  Excerpt(book, chosen).take();
  return book;
}

}  // namespace octavo::resolve
