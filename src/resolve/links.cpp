// Names to places. A link that the book cannot follow keeps its text, and the report says what is wrong with
// it.
#include <memory>
#include <optional>
#include <unordered_set>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/heading_choice.h"
#include "resolve/missing_notes.h"
#include "resolve/note_choice.h"
#include "resolve/outline.h"
#include "resolve/passes.h"
#include "resolve/site.h"
#include "resolve/stand_ins.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;

namespace {

constexpr std::size_t longest_address = 32 * 1024;  // bytes, twice what servers take

std::string advice(const std::vector<std::string>& near) {
  return near.empty() ? "; its text stays without a link" : did_you_mean(near);
}

class Linker {
 public:
  Linker(Book& book, const Vault& notes, const config::Settings& settings, Sink& sink)
      : book_(book),
        notes_(notes),
        sink_(sink),
        finder_(notes, &settings),
        chapter_of_(chapters_of_notes(book, notes)),
        outlines_(book.chapters.size()),
        stand_ins_(book, notes),
        missing_(book, notes, sink) {}

  void resolve_all() {
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      each_link(book_.chapters[i], [&](Link& link, base::Span where) { resolve(link, where, ChapterId(i)); });
      for (const Inline& hidden : book_.chapters[i].hidden) check_hidden(hidden, ChapterId(i));
    }
  }

 private:
  void resolve(Link& link, base::Span where, ChapterId in) {
    if (const auto* name = std::get_if<ToName>(&link.target)) {
      link.is_bare = !name->has_alias;
      // An embedded text's links mean what they meant in its own note.
      const auto source = notes_.note_of(where.file);
      const std::string& from = source ? notes_.notes[source.index()].path : book_.chapters[in.index()].path;
      const Destination destination = finder_.find(*name, from);
      ToName moved;  // to another heading, where the page has moved
      if (destination.fragment) {
        moved = *name;
        moved.headings = {*destination.fragment};
      }
      const ToName& to = destination.fragment ? moved : *name;
      link.target = target({to, destination, where, from, link.as_written, link.content}, source, in);
    } else if (const auto* url = std::get_if<ToUrl>(&link.target);
               url && base::folded(url->url).starts_with("file:")) {
      report_outside(url->url, where, link.as_written);
      link.target = ToNothing{};
    }
    if (const auto* url = std::get_if<ToUrl>(&link.target); url && url->url.size() > longest_address) {
      sink_.report(Rule::text_hostile, where,
                   "an address of " + std::to_string(url->url.size()) + " bytes is longer than servers take; its text stays without a link");
      link.target = ToNothing{};
    }
    if (const auto* url = std::get_if<ToUrl>(&link.target); url && !is_web_address(url->url)) {
      report_unusable(url->url, where, link.as_written);
      link.target = ToNothing{};
    }
    if (const auto* to = std::get_if<ToAnchor>(&link.target)) mark_target(book_, to->anchor);
  }

  void report_unusable(const std::string& url, base::Span where, const std::string& written) {
    const std::string scheme = url.substr(0, url.find(':') + 1);
    const bool has_host = url.find_first_not_of('/', scheme.size()) != url.npos;
    const std::string address = written.substr(0, written.find('#'));
    std::string message;
    if (url.starts_with(scheme + "//") && !has_host)
      message = quoted(url) + " is an address without a host; its text stays without a link";
    else if (config::is_note(address) && !url.starts_with(scheme + "//"))
      message = quoted(written) + " is taken for an address because of its colon; write \"./" + written + "\" to mean a note";
    else if (base::folded(scheme).starts_with("http"))
      message = quoted(url) + " is no address that can be opened; its text stays without a link";
    else
      message = quoted(scheme) + " opens a program that readers may not have; the text stays without a link";
    sink_.report({Rule::link_unusable_address, where, std::move(message), "", {}, written});
  }

  Target target(const Asked& asked, vault::NoteIndex source, ChapterId in) {
    switch (asked.destination.kind) {
      case Destination::Kind::own_note: {
        const ChapterId own = source ? chapter_of_[source.index()] : in;
        // A note that is no chapter has its headings where it is embedded.
        const base::FileId file = own ? book_.chapters[own.index()].file : asked.where.file;
        return is_search(asked.written) ? searched(asked, own ? own : in, file) : place(asked, own ? own : in, file);
      }
      case Destination::Kind::found:
        return found(asked);
      case Destination::Kind::outside_folder:
        report_outside(asked.to.note, asked.where, asked.written);
        return ToNothing{};
      case Destination::Kind::outside_site:
        report(asked, Rule::link_outside_site,
               quoted(written(asked.to)) +
                         " leads to a page beside the published book; [links] in book.toml makes "
                         "it a link: " +
                         quoted(beginning_of(asked.to.note)) + " = \"https://...\"");
        return ToNothing{};
      case Destination::Kind::on_the_net:
        return ToUrl{asked.destination.url};
      case Destination::Kind::nothing:
        if (const auto stand_in = stand_ins_.find(asked.to, asked.from)) {
          report_stand_in(*stand_in, wording(asked), notes_, sink_);
          return in_note(asked, stand_in->note);
        }
        missing_.report(asked);
        return ToNothing{};
    }
    return ToNothing{};
  }

  // "[[## Heading]]" of the same note.
  Target searched(const Asked& asked, ChapterId at, base::FileId file) {
    const std::string text = asked.to.headings.empty() ? '^' + asked.to.block : asked.to.headings.back();
    const Outline::Match match =
        asked.to.headings.empty() ? Outline::Match() : outline(at).heading(asked.to.headings, asked.to.form, file);
    report(asked, Rule::link_search_form,
           quoted(asked.written) + " is a search of all notes and no link; name the note: [[Note#" + text + "]]",
           match.heading ? rewritten(sink_, asked.where, asked.written, '#' + text) : "");
    return match.heading ? Target(ToAnchor{anchor_of(*match.heading)}) : ToNothing{};
  }

  // Links in comments: only what leads nowhere is worth a word.
  void check_hidden(const Inline& hidden, ChapterId in) {
    const Link& link = get<Link>(hidden.value);
    const auto& to = std::get<ToName>(link.target);
    const Chapter& chapter = book_.chapters[in.index()];
    const Destination destination = finder_.find(to, chapter.path);
    const auto stand_in =
        destination.kind == Destination::Kind::nothing ? stand_ins_.find(to, chapter.path) : std::optional<StandIn>();
    std::string trouble;
    ChapterId at;
    if (destination.kind == Destination::Kind::own_note) {
      at = in;
    } else if (stand_in) {
      at = chapter_of_[stand_in->note.index()];
    } else if (destination.kind == Destination::Kind::found) {
      const auto& winner = destination.candidates.front();
      if (winner.note) at = chapter_of_[winner.note.index()];
    } else if (!is_player(to.note)) {
      trouble = "nothing is called " + quoted(to.note);
    }
    if (at && !to.block.empty() && !outline(at).block(to.block, book_.chapters[at.index()].file))
      trouble = "no block of " + quoted(book_.chapters[at.index()].path) + " has the id " + quoted('^' + to.block);
    else if (at && !to.headings.empty() && !outline(at).heading(to.headings, to.form, book_.chapters[at.index()].file))
      trouble = "no heading of " + quoted(book_.chapters[at.index()].path) + " reads " + quoted(to.headings.back());
    if (!trouble.empty())
      sink_.report({Rule::link_in_comment, hidden.where, trouble + "; the comment is not printed, so the book lacks nothing",
                    "", {}, link.as_written});
  }

  bool is_player(const std::string& name) {
    if (!player_names_) {
      player_names_.emplace();
      for (const Player& player : book_.players) player_names_->insert(base::folded(plain_text(player.name)));
    }
    return player_names_->contains(base::folded(bare_name(name)));
  }

  void report_outside(std::string_view path, base::Span where, std::string_view written) {
    sink_.report({Rule::link_outside_folder, where,
                  quoted(path) +
                      " leads out of the book's folder, where octavo reads nothing; copy the note into the folder",
                  "", {}, std::string(written)});
  }

  void report(const Asked& asked, Rule rule, std::string message, std::string suggestion = "") {
    sink_.report({rule, asked.where, std::move(message), std::move(suggestion), {}, std::string(asked.written)});
  }

  Target found(const Asked& asked) {
    const auto winner = chosen(asked.destination.candidates, wording(asked), notes_, sink_);
    const std::string& path = path_of(winner, notes_);
    if (!winner.note) {
      report(
          asked, Rule::link_outside_book,
          quoted(path) + " is a file that is not packed into the book; its text stays without a link");
      return ToNothing{};
    }
    return in_note(asked, winner.note);
  }

  Target in_note(const Asked& asked, vault::NoteIndex note) {
    const ChapterId chapter = chapter_of_[note.index()];
    if (chapter) return place(asked, chapter, book_.chapters[chapter.index()].file);
    report(asked, Rule::link_outside_book,
           "the note " + quoted(notes_.notes[note.index()].path) + " is no chapter of this book; its text stays without a link");
    return ToNothing{};
  }

  // The chapter, or the heading or block in it that belongs to `file`.
  Target place(const Asked& asked, ChapterId at, base::FileId file) {
    const Chapter& chapter = book_.chapters[at.index()];
    const ToName& to = asked.to;
    if (!to.block.empty()) {
      if (const Block* block = outline(at).block(to.block, file)) {
        report_block(wording(asked), *block, sink_);
        return ToAnchor{anchor_of(*block)};
      }
      report_missing_part(asked, Rule::link_missing_block,
                          "no block of " + quoted(chapter.path) + " has the id ", '^' + to.block,
                          outline(at).near_blocks(to.block));
      return ToNothing{};
    }
    if (to.headings.empty()) return ToAnchor{chapter.anchor};
    const Outline::Match match = outline(at).heading(to.headings, asked.to.form, file);
    if (match && !match.place) report_heading(wording(asked), match, chapter, sink_);
    if (match.whole_note) return ToAnchor{chapter.anchor};
    if (match.place) return ToAnchor{match.place.anchor()};
    if (!match) {
      report_missing_part(asked, Rule::link_missing_heading,
                          "no heading of " + quoted(chapter.path) + " reads ", to.headings.back(),
                          outline(at).near_headings(to.headings.back()));
      return ToNothing{};
    }
    return ToAnchor{anchor_of(*match.heading)};
  }

  static Wording wording(const Asked& asked) {
    return {asked.where, asked.to, asked.written, asked.from};
  }

  void report_missing_part(const Asked& asked, Rule rule, const std::string& situation,
                           const std::string& wanted, const std::vector<std::string>& near) {
    const bool is_block = !asked.to.block.empty();
    auto shown = near;
    for (std::string& name : shown) name.insert(0, is_block ? "^" : "");
    report(asked, rule, situation + quoted(wanted) + advice(shown),
           near.empty() ? "" : rewritten(sink_, asked.where, is_block ? asked.to.block : wanted, near.front(),
                                         is_block ? Part::block : Part::heading));
  }

  Outline& outline(ChapterId chapter) {
    auto& outline = outlines_[chapter.index()];
    if (!outline) outline = std::make_unique<Outline>(book_.chapters[chapter.index()]);
    return *outline;
  }

  Book& book_;
  const Vault& notes_;
  Sink& sink_;
  Finder finder_;
  std::vector<ChapterId> chapter_of_;  // by note
  std::vector<std::unique_ptr<Outline>> outlines_;  // made when first asked for
  StandIns stand_ins_;
  MissingNotes missing_;
  std::optional<std::unordered_set<std::string>> player_names_;  // folded; made when first asked for
};

}  // namespace

Book with_links(Book book, const Vault& notes, const config::Settings& settings, Sink& sink) {
  Linker(book, notes, settings, sink).resolve_all();
  book.shelf.clear();
  return book;
}

}  // namespace octavo::resolve
