// Names to places. A link that the book cannot follow keeps its text, and the report says what is wrong with
// it.
#include <optional>

#include "base/paths.h"
#include "base/unicode.h"
#include "resolve/anchors.h"
#include "resolve/heading_choice.h"
#include "resolve/near_names.h"
#include "resolve/note_choice.h"
#include "resolve/outline.h"
#include "resolve/passes.h"
#include "resolve/site.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;

namespace {

constexpr std::size_t longest_address = 32 * 1024;  // bytes, twice what servers take

std::string advice(const std::vector<std::string>& near) {
  return near.empty() ? "; its text stays without a link" : did_you_mean(near);
}

// The link being judged.
struct Asked {
  const ToName& to;
  const Destination& destination;
  base::Span where;
  std::string_view from;  // the path of the note it was written in
  std::string_view written;
};

class Linker {
 public:
  Linker(Book& book, const Vault& notes, const config::Settings& settings, Sink& sink)
      : book_(book),
        notes_(notes),
        sink_(sink),
        finder_(notes, &settings),
        chapter_of_(chapters_of_notes(book, finder_)),
        outlines_(book.chapters.size()) {}

  void resolve_all() {
    AnchorMaker anchors(book_);
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      each_link(book_.chapters[i], [&](Link& link, base::Span where) {
        link.occurrence = anchors.numbered(AnchorKind::mention, ChapterId(i), 'm');
        resolve(link, where, ChapterId(i));
      });
    }
  }

 private:
  void resolve(Link& link, base::Span where, ChapterId in) {
    if (const auto* name = std::get_if<ToName>(&link.target)) {
      // An embedded text's links mean what they meant in its own note.
      const auto source = finder_.note_of(where.file);
      const std::string& from = source ? notes_.notes[source.index()].path : book_.chapters[in.index()].path;
      const Destination destination = finder_.find(*name, from);
      ToName to = *name;
      if (destination.fragment) to.headings = {*destination.fragment};
      link.target = target({to, destination, where, from, link.as_written}, source, in);
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
    if (const auto* to = std::get_if<ToAnchor>(&link.target)) mark_target(book_, to->anchor);
  }

  Target target(const Asked& asked, vault::NoteIndex source, ChapterId in) {
    switch (asked.destination.kind) {
      case Destination::Kind::own_note: {
        const ChapterId own = source ? chapter_of_[source.index()] : in;
        // A note that is no chapter has its headings where it is embedded.
        return place(asked, own ? own : in, own ? book_.chapters[own.index()].file : asked.where.file);
      }
      case Destination::Kind::found:
        return found(asked);
      case Destination::Kind::outside_folder:
        report_outside(asked.to.note, asked.where, asked.written);
        return ToNothing{};
      case Destination::Kind::outside_site:
        report(asked, Rule::link_outside_site,
               quoted(asked.to.note) +
                         " leads to a page beside the published book; [links] in book.toml makes "
                         "it a link: " +
                         quoted(beginning_of(asked.to.note)) + " = \"https://...\"");
        return ToNothing{};
      case Destination::Kind::on_the_net:
        return ToUrl{asked.destination.url};
      case Destination::Kind::nothing:
        report_missing(asked);
        return ToNothing{};
    }
    return ToNothing{};
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
    const ChapterId chapter = chapter_of_[winner.note.index()];
    if (chapter) return place(asked, chapter, book_.chapters[chapter.index()].file);
    report(asked, Rule::link_outside_book,
           "the note " + quoted(path) + " is no chapter of this book; its text stays without a link");
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

  static AnchorId anchor_of(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.value);
    return heading ? heading->anchor : block.anchor;
  }

  static Wording wording(const Asked& asked) {
    return {asked.where, asked.to, std::string(asked.written), asked.from};
  }

  void report_missing_part(const Asked& asked, Rule rule, const std::string& situation,
                           const std::string& wanted, const std::vector<std::string>& near) {
    report(asked, rule, situation + quoted(wanted) + advice(near),
                 near.empty() ? ""
                              : rewritten(sink_, asked.where,
                                          asked.to.block.empty() ? wanted : asked.to.block, near.front()));
  }

  void report_missing(const Asked& asked) {
    if (!near_) {
      std::vector<std::string> names = notes_.names();
      for (const Player& player : book_.players) names.push_back(plain_text(player.name));
      near_.emplace(std::move(names));
    }
    const bool is_web = asked.to.form == LinkForm::markdown && is_page(asked.to.note);
    const std::string name = is_web ? base::stem_of(asked.to.note) : bare_name(asked.to.note);
    auto near = near_->near(name);
    // That a note could have meant itself is no help.
    std::erase_if(near, [&](const std::string& other) {
      const auto candidates = notes_.find(other, asked.from);
      return !candidates.empty() && candidates.front().note &&
             path_of(candidates.front(), notes_) == asked.from;
    });
    const bool is_path = asked.to.form == LinkForm::markdown;
    // A path needs more than a name to be right, so only wikilinks get a replacement.
    report(
        asked, Rule::link_missing_note,
        (is_path ? "there is no note " : "no note is called ") + quoted(asked.to.note) + advice(near),
        near.empty() || is_path ? "" : rewritten(sink_, asked.where, name, near.front()));
  }

  Outline& outline(ChapterId chapter) {
    auto& outline = outlines_[chapter.index()];
    if (!outline) outline.emplace(book_.chapters[chapter.index()]);
    return *outline;
  }

  Book& book_;
  const Vault& notes_;
  Sink& sink_;
  Finder finder_;
  std::vector<ChapterId> chapter_of_;  // by note
  std::vector<std::optional<Outline>> outlines_;
  std::optional<NearNames> near_;
};

}  // namespace

Book with_links(Book book, const Vault& notes, const config::Settings& settings, Sink& sink) {
  Linker(book, notes, settings, sink).resolve_all();
  book.shelf.clear();
  return book;
}

}  // namespace octavo::resolve
