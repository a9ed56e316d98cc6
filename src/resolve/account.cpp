// What a link means, and why. The book itself is asked: the link is put at the end of its note, and the
// passes go over it. What they looked at on the way is told in words.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "resolve/near_names.h"
#include "resolve/note_choice.h"
#include "resolve/outline.h"
#include "resolve/passes.h"
#include "resolve/resolve.h"
#include "resolve/stand_ins.h"

namespace octavo::resolve {

using namespace book;
using vault::Candidate;
using vault::Fit;
using vault::NoteIndex;

namespace {

std::string words(Fit fit) {
  switch (fit) {
    case Fit::exact_path:
      return "the whole path from the folder of the notes";
    case Fit::relative_path:
      return "the path as seen from the note";
    case Fit::path_suffix:
      return "the end of its path";
    case Fit::own_folder:
      return "in the note's own folder";
    case Fit::name:
      return "the name, in any folder";
    case Fit::alias:
      return "an alias";
  }
  return "";
}

std::string words(HeadingFit fit) {
  switch (fit) {
    case HeadingFit::text:
      return "its text";
    case HeadingFit::without_signs:
      return "its text but for signs such as colons";
    case HeadingFit::ignoring_case:
      return "its text but for capital letters";
    case HeadingFit::punctuation:
      return "its letters, but for the signs between them";
    case HeadingFit::address:
      return "its address";
  }
  return "";
}

// What an attempt says of its address or name.
std::string words(const Attempt& attempt) {
  const auto say = [&](const char* found, const char* not_found) {
    return quoted(attempt.what) + (attempt.has_found ? found : not_found);
  };
  switch (attempt.way) {
    case Way::links_setting:
      return say(" begins as [links] in book.toml says", " begins like nothing in [links] of book.toml");
    case Way::path:
      return say(", the path as seen from the note, is there",
                 ", the path as seen from the note, is not there");
    case Way::redirect:
      return say(" has moved, as book.toml says", "");
    case Way::page:
      return say(" is the address of a note's page where the book is published",
                 " is the address of no note's page where the book is published");
    case Way::name:
      return say(" is a name in this book", " is no name in this book");
  }
  return "";
}

// Why the winner goes before this one.
std::string passed_over(const Candidate& one, const Candidate& winner) {
  if (one.fit == Fit::alias && winner.fit != Fit::alias) return "a name goes before";
  if (!one.exact_case && winner.exact_case) return "one in the same capital letters goes before";
  if (one.fit != winner.fit) return words(winner.fit) + " goes before";
  return "the shorter path goes before, of equal ones the first in the alphabet";
}

// The link in the resolved book, and what was found wrong with it.
struct Verdict {
  const Link* link = nullptr;
  const Image* picture = nullptr;
  bool is_missing = false;  // it is embedded, and nothing came
  std::vector<const diagnostics::Diagnostic*> findings;
};

class Accountant {
 public:
  Accountant(const Vault& notes, const config::Settings& settings)
      : notes_(notes), finder_(notes, &settings) {}

  Account run(Question question, const base::Files& files, const config::Settings& settings) {
    Sink sink;
    sink.sources = std::move(question.sources);
    const vault::Note& from = notes_.notes[question.from.index()];
    from_ = from.path;
    const auto size = static_cast<std::uint32_t>(sink.sources.of(from.file).text.size());
    where_ = {from.file, size, size};
    take_target(question.asked);
    put_in(question.draft, std::move(question.asked), from.file);
    // Before titles of what is no chapter are gone.
    stand_in_ = StandIns(question.draft, notes_).find(to_, from_);
    const Book book = resolve(std::move(question.draft), notes_, files, settings, sink);
    const auto findings = sink.sorted();
    const Verdict verdict = verdict_of(book, findings);
    if (verdict.picture) tell_pictures(book, *verdict.picture);
    tell_note();
    if (!to_.headings.empty()) tell_headings(book, sink);
    for (const auto* finding : verdict.findings)
      account_.steps.push_back(
          {finding->message + " [" + std::string(diagnostics::facts(finding->rule).id) + ']', {}});
    tell_end(book, verdict, sink);
    return std::move(account_);
  }

 private:
  void take_target(const Block& asked) {
    if (const auto* embed = get_if<Embed>(&asked.value)) {
      is_embed_ = true;
      to_ = embed->target;
    }
    if (const auto* figure = get_if<Figure>(&asked.value)) picture_ = figure->image.path;
    each_run(asked, [&](const Inlines& run) {
      for (const Inline& one : run) {
        if (const auto* image = get_if<Image>(&one.value)) picture_ = image->path;
        if (const auto* link = get_if<Link>(&one.value)) {
          if (const auto* name = std::get_if<ToName>(&link->target)) to_ = *name;
        }
      }
    });
  }

  // A note that is no chapter has its links where it is embedded: then any chapter will do.
  void put_in(Book& draft, Block asked, base::FileId file) const {
    asked.where = where_;
    each_run(asked, [&](Inlines& run) {
      for (Inline& one : run) one.where = where_;
    });
    if (draft.chapters.empty()) return;
    const auto own = std::ranges::find(draft.chapters, file, &Chapter::file);
    Chapter& chapter = own == draft.chapters.end() ? draft.chapters.front() : *own;
    chapter.blocks.push_back(std::move(asked));
    chapter.may_hold = held(chapter);
  }

  Verdict verdict_of(const Book& book, const std::vector<diagnostics::Diagnostic>& findings) const {
    Verdict verdict;
    for (const Chapter& chapter : book.chapters) {
      each_block(chapter.blocks, [&](const Block& block) {
        if (const auto* figure = get_if<Figure>(&block.value); figure && block.where == where_)
          verdict.picture = &figure->image;
        each_run(block, [&](const Inlines& run) {
          for (const Inline& one : run) {
            if (one.where != where_) continue;
            if (const auto* link = get_if<Link>(&one.value)) verdict.link = link;
            if (const auto* image = get_if<Image>(&one.value)) verdict.picture = image;
          }
        });
        return true;
      });
    }
    for (const auto& one : findings) {
      if (one.where != where_) continue;
      verdict.findings.push_back(&one);
      using diagnostics::Rule;
      verdict.is_missing |= one.rule == Rule::embed_missing || one.rule == Rule::embed_cycle ||
                            one.rule == Rule::link_outside_folder || one.rule == Rule::content_unsupported;
    }
    return verdict;
  }

  // ---- which note --------------------------------------------------

  void tell_note() {
    if (to_.note.empty()) {
      if (!to_.headings.empty() || !to_.block.empty())
        say("no note is named, so it is the note the link stands in");
      return;
    }
    Trail trail;
    const Destination destination = finder_.find(to_, from_, &trail);
    for (const Attempt& attempt : trail) {
      if (attempt.way != Way::name || !attempt.has_found) say(words(attempt));
    }
    if (destination.fragment) say("there the place is called " + quoted(*destination.fragment));
    if (destination.candidates.empty()) {
      if (destination.kind != Destination::Kind::nothing || !stand_in_) return tell_near();
      candidate_ = {.note = stand_in_->note};
      return say(quoted(path_of(candidate_, notes_)) +
                 (stand_in_->kind == StandIn::Kind::folder ? " is the front page of a folder of that name; taken"
                                                          : " has that title; taken"));
    }
    candidate_ = destination.candidates.front();
    Account::Step step{quoted(to_.note) + " fits " + std::to_string(destination.candidates.size()) +
                           (destination.candidates.size() == 1 ? " note or file:" : " notes or files:"),
                       {}};
    for (const Candidate& one : destination.candidates) {
      if (step.choices.size() == most_told) break;
      std::string remark = words(one.fit);
      if (!one.exact_case) remark += ", in other capital letters";
      if (one.note && !notes_.notes[one.note.index()].is_chapter) remark += ", no chapter of the book";
      remark += step.choices.empty() ? "; taken" : "; " + passed_over(one, candidate_);
      step.choices.push_back({path_of(one, notes_), std::move(remark)});
    }
    if (destination.candidates.size() > most_told)
      step.choices.push_back(
          {"...", "and " + std::to_string(destination.candidates.size() - most_told) + " more"});
    account_.steps.push_back(std::move(step));
  }

  void tell_pictures(const Book& book, const Image& picture) {
    Account::Step step{quoted(picture_) + " fits these files:", {}};
    const std::string shown = picture.asset ? book.assets[picture.asset.index()].path : "";
    for (const Candidate& one : notes_.find(picture_, from_)) {
      if (!one.file || step.choices.size() == most_told) continue;
      const std::string& path = path_of(one, notes_);
      step.choices.push_back({path, words(one.fit) + (path == shown ? "; taken" : "")});
    }
    if (!step.choices.empty()) account_.steps.push_back(std::move(step));
  }

  // Notes that are called nearly so, and why they do not fit.
  void tell_near() {
    const std::string name = bare_name(to_.note);
    auto near = NearNames(notes_.names()).near(name);
    near.insert(near.begin(), name);
    Account::Step step{"notes that are called nearly so:", {}};
    for (const std::string& other : near) {
      const bool is_same = base::folded(other) == base::folded(name);
      for (const Candidate& one : notes_.find(other, from_)) {
        if (!one.note || step.choices.size() == most_told) continue;
        const std::string& path = path_of(one, notes_);
        if (std::ranges::find(step.choices, path, &Account::Choice::what) != step.choices.end()) continue;
        step.choices.push_back({path, is_same ? "its path does not end so"
                                      : one.fit == Fit::alias
                                          ? "its alias " + quoted(other) + " is spelt otherwise"
                                          : "spelt otherwise"});
      }
    }
    if (!step.choices.empty()) account_.steps.push_back(std::move(step));
  }

  // ---- which place in it -------------------------------------------

  const Chapter* chapter_meant(const Book& book) const {
    const base::FileId file = to_.note.empty()  ? where_.file
                              : candidate_.note ? notes_.notes[candidate_.note.index()].file
                                                : base::FileId();
    const auto found = std::ranges::find(book.chapters, file, &Chapter::file);
    return file && found != book.chapters.end() ? &*found : nullptr;
  }

  void tell_headings(const Book& book, const Sink& sink) {
    const Chapter* chapter = chapter_meant(book);
    if (!chapter) return;
    Outline outline(*chapter);
    const Outline::Match match = outline.heading(to_.headings, to_.form, chapter->file);
    if (match.whole_note)
      return say(quoted(to_.headings.back()) + " is the title of " + quoted(chapter->path));
    if (!match.heading) return;
    auto same = outline.headings_of_text(to_.headings);
    const auto is_match = [&](const auto& one) { return one.heading == match.heading; };
    const auto taken = std::ranges::find_if(same, is_match);
    if (match.fit == HeadingFit::address || taken == same.end())
      same = {{match.heading, plain_text(get<Heading>(match.heading->value).content)}};
    Account::Step step{quoted(to_.headings.back()) + " fits in " + quoted(chapter->path) + ':', {}};
    bool is_behind = false;  // the one that is taken
    for (const auto& one : same) {
      if (step.choices.size() == most_told) break;
      const bool is_embedded = one.heading->is_copy || one.heading->where.file != chapter->file;
      std::string remark = is_embedded ? "brought here by an embed"
                           : is_behind ? "further down"
                                       : "less like it";
      if (is_match(one)) {
        is_behind = true;
        remark = words(match.fit) + (match.alike > 1 ? "; taken, as the first" : "; taken");
      }
      step.choices.push_back({place(one.heading->where, sink) + "  " + one.path, std::move(remark)});
    }
    account_.steps.push_back(std::move(step));
  }

  // ---- the end -----------------------------------------------------

  void tell_end(const Book& book, const Verdict& verdict, const Sink& sink) {
    account_.leads = true;
    if (verdict.picture) {
      if (verdict.picture->asset) {
        account_.end = "shows " + quoted(book.assets[verdict.picture->asset.index()].path);
        return;
      }
    } else if (is_embed_) {
      if (!verdict.is_missing) {
        account_.end =
            "the text of " + quoted(candidate_.note ? path_of(candidate_, notes_) : from_) + " stands here";
        return;
      }
    } else if (verdict.link) {
      const Target& target = verdict.link->target;
      if (const auto* to = std::get_if<ToAnchor>(&target)) {
        account_.end = "leads to " + end_at(book, to->anchor, sink);
        return;
      }
      if (const auto* to = std::get_if<ToPlayer>(&target)) {
        account_.end = "leads to " + quoted(plain_text(book.players[to->player.index()].name)) +
                       " in the appendix of key players, who has no note in the book";
        return;
      }
      if (const auto* to = std::get_if<ToUrl>(&target)) {
        account_.end = "leads to " + to->url + ", out of the book";
        return;
      }
    }
    account_.leads = false;
    account_.end = verdict.picture || is_embed_ ? "shows nothing" : "leads nowhere";
  }

  std::string end_at(const Book& book, AnchorId anchor, const Sink& sink) const {
    const Anchor& at = book.anchors[anchor.index()];
    const Chapter& chapter = book.chapters[at.chapter.index()];
    std::string end = quoted(chapter.path);
    each_block(chapter.blocks, [&](const Block& block) {
      const auto* heading = get_if<Heading>(&block.value);
      if (heading && heading->anchor == anchor) {
        end += ", " + place(block.where, sink) + ", " + quoted(plain_text(heading->content));
        return false;
      }
      const bool is_it = block.anchor == anchor || has_place(block, anchor);
      if (is_it) end += ", " + place(block.where, sink);
      return !is_it;
    });
    return end;
  }

  static bool has_place(const Block& block, AnchorId anchor) {
    bool has = false;
    each_run(block, [&](const Inlines& run) {
      each_inline(run, [&](const Inline& one) {
        const auto* named = get_if<NamedPlace>(&one.value);
        has = has || (named && named->anchor == anchor);
        return !has;
      });
    });
    return has;
  }

  static std::string place(base::Span where, const Sink& sink) {
    return where.file ? "line " + std::to_string(sink.sources.position(where.file, where.begin).line) : "";
  }

  void say(std::string what) { account_.steps.push_back({std::move(what), {}}); }

  static constexpr std::size_t most_told = 20;

  const Vault& notes_;
  Finder finder_;
  std::string from_;
  base::Span where_;
  ToName to_;
  std::string picture_;  // its path, as written
  Candidate candidate_;
  std::optional<StandIn> stand_in_;
  bool is_embed_ = false;
  Account account_;
};

}  // namespace

Account account(Question question, const vault::Vault& notes, const base::Files& files,
                const config::Settings& settings) {
  return Accountant(notes, settings).run(std::move(question), files, settings);
}

}  // namespace octavo::resolve
