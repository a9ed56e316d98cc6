// The key players get what each chapter says of them and where they are mentioned, and come into the order of
// the appendix.
#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/destination.h"
#include "resolve/passes.h"
#include "resolve/player_items.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

namespace {

void copy_descriptions(Book& book) {
  std::unordered_map<AnchorId, Description*> wanted;
  for (Player& player : book.players) {
    for (Description& description : player.descriptions) wanted.emplace(description.at, &description);
  }
  for (const Chapter& chapter : book.chapters) {
    each_block(chapter.blocks, [&](const Block& block) {
      const auto found = block.anchor ? wanted.find(block.anchor) : wanted.end();
      if (found == wanted.end()) return true;
      if (auto item = parse_item(get<Paragraph>(block.value).content))
        found->second->content = std::move(item->description);
      return true;
    });
  }
}

// What tells most of a person: their own note, else the chapter that describes them at the greatest length.
ChapterId main_chapter(const Player& player) {
  if (player.chapter) return player.chapter;
  ChapterId longest;
  std::size_t length = 0;
  for (const Description& description : player.descriptions) {
    const std::size_t own = plain_text(description.content).size();
    if (!longest || own > length) {
      longest = description.chapter;
      length = own;
    }
  }
  return longest;
}

void collect_mentions(Book& book) {
  const std::vector<PlayerId> own_notes = players_of_chapters(book);
  std::vector<bool> is_description(book.anchors.size());
  std::vector<ChapterId> main_chapters;
  for (const Player& player : book.players) {
    for (const Description& description : player.descriptions) is_description[description.at.index()] = true;
    main_chapters.push_back(main_chapter(player));
  }
  std::vector<bool> has_main(book.players.size());
  for (const Occurrence& one : occurrences(book)) {
    PlayerId player;
    if (const auto* to = std::get_if<ToPlayer>(&one.link->target)) player = to->player;
    if (const auto* to = std::get_if<ToAnchor>(&one.link->target))
      player = own_notes[book.anchors[to->anchor.index()].chapter.index()];
    if (!player) continue;
    Mention mention = one.mention;
    const bool running_text = !mention.in_note && !(one.block && is_description[one.block.index()]);
    if (running_text && !has_main[player.index()] && mention.chapter == main_chapters[player.index()])
      mention.is_main = has_main[player.index()] = true;
    mark_target(book, mention.occurrence);
    mark_target(book, mention.section);
    book.players[player.index()].mentions.push_back(mention);
  }
}

// Those the book says nothing of are left out: people on notes that are no chapters.
std::vector<std::size_t> order_of(const Book& book) {
  const base::Collator collator(book.metadata.language);
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < book.players.size(); ++i) {
    const Player& player = book.players[i];
    if (player.chapter || !player.descriptions.empty() || !player.mentions.empty())
      order.emplace_back(collator.key(player.sort_key), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> places;
  for (const auto& [key, at] : order) places.push_back(at);
  return places;
}

void put_in_order(Book& book) {
  const std::vector<std::size_t> order = order_of(book);
  std::vector<PlayerId> new_id(book.players.size());
  std::vector<Player> players;
  for (const std::size_t at : order) {
    new_id[at] = PlayerId(players.size());
    players.push_back(std::move(book.players[at]));
  }
  book.players = std::move(players);
  const auto renumber = [&](Link& link, base::Span) {
    if (auto* to = std::get_if<ToPlayer>(&link.target)) to->player = new_id[to->player.index()];
  };
  for (Chapter& chapter : book.chapters) each_link(chapter, renumber);
  for (Player& player : book.players) {
    for (Description& description : player.descriptions) {
      each_inline(description.content, [&](Inline& one) {
        if (auto* link = get_if<Link>(&one.value)) renumber(*link, one.where);
        return true;
      });
    }
  }
}

// Who is named in what is said of another is told so, but where the naming is mutual: then the text itself leads both ways.
void relate(Book& book) {
  const std::vector<PlayerId> own_notes = players_of_chapters(book);
  std::vector<std::set<PlayerId>> named(book.players.size());  // in what is said of each
  for (std::size_t i = 0; i < book.players.size(); ++i) {
    for (const Description& description : book.players[i].descriptions) {
      each_inline(description.content, [&](const Inline& one) {
        const auto* link = get_if<Link>(&one.value);
        if (!link) return true;
        if (const auto* to = std::get_if<ToPlayer>(&link->target)) named[i].insert(to->player);
        if (const auto* to = std::get_if<ToAnchor>(&link->target))
          if (const Anchor& place = book.anchors[to->anchor.index()]; place.chapter && own_notes[place.chapter.index()])
            named[i].insert(own_notes[place.chapter.index()]);
        return true;
      });
    }
  }
  for (std::size_t i = 0; i < book.players.size(); ++i)
    for (const PlayerId other : named[i])
      if (other != PlayerId(i) && !named[other.index()].contains(PlayerId(i))) book.players[other.index()].related.push_back(PlayerId(i));
}

void give_anchors(Book& book) {
  const base::Collator collator(book.metadata.language);
  AnchorMaker anchors(book);
  for (Player& player : book.players) {
    player.initial = collator.initial(player.sort_key);
    player.anchor = anchors.make(AnchorKind::player, Division::players,
                                 "p-" + ascii_slug(plain_text(player.name), "player"));
    mark_target(book, player.anchor);  // the index leads here
  }
  // The links in a copied description stand in the appendix.
  for (Player& player : book.players) {
    for (Description& description : player.descriptions) {
      each_inline(description.content, [&](Inline& one) {
        if (auto* link = get_if<Link>(&one.value))
          link->occurrence = anchors.make(AnchorKind::mention, Division::players, "m");
        return true;
      });
    }
  }
}

}  // namespace

Book with_players_described(Book book) {
  copy_descriptions(book);
  collect_mentions(book);
  put_in_order(book);
  relate(book);
  give_anchors(book);
  return book;
}

}  // namespace octavo::resolve
