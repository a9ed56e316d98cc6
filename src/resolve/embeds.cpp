// In the place of each `![[...]]` comes the text it names: a note, a section with its sub-sections, or a
// block. Footnotes called there come along. What cannot be had leaves its name as text.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "resolve/passes.h"
#include "resolve/pieces.h"

namespace octavo::resolve {

using namespace book;
using diagnostics::Rule;

namespace {

// Embeds in embeds may double at each step. A book of a thousand pages has fewer blocks and inlines than
// this.
constexpr std::size_t most_copied = 500'000;
constexpr std::size_t deepest = 50;

std::size_t size_of(const Block* first, const Block* last) {
  std::size_t size = 0;
  const auto count_runs = [&](const Block& block) {
    each_run(block, [&](const Inlines& run) {
      each_inline(run, [&](const Inline&) {
        ++size;
        return true;
      });
    });
  };
  for (const Block* block = first; block != last; ++block) {
    ++size;
    count_runs(*block);
    each_body(*block, [&](const Blocks& body) {
      each_block(body, [&](const Block& inner) {
        ++size;
        count_runs(inner);
        return true;
      });
    });
  }
  return size;
}

// Headings of the embedded text begin one level below the heading it stands under.
void shift_headings(Blocks& blocks, int level_above) {
  int least = 0;
  const auto each_heading = [&](const auto& change) {
    each_block(blocks, [&](Block& block) {
      if (auto* heading = get_if<Heading>(&block.value)) change(*heading);
      return true;
    });
  };
  each_heading(
      [&](Heading& heading) { least = least == 0 ? heading.level : std::min(least, heading.level); });
  each_heading([&](Heading& heading) { heading.level += level_above + 1 - least; });
}

bool is_blank(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& one) {
    const auto* text = get_if<Text>(&one.value);
    return holds_alternative<LineBreak>(one.value) ||
           (text && text->text.find_first_not_of(' ') == std::string::npos);
  });
}

// What of the embedded text can stand inside a line: its words, one run after the other.
Inlines flattened(Blocks blocks) {
  Inlines words;
  each_block(blocks, [&](Block& block) {
    each_run(block, [&](Inlines& run) {
      if (!words.empty() && !run.empty()) words.push_back({Text{" "}, run.front().where});
      std::move(run.begin(), run.end(), std::back_inserter(words));
    });
    return true;
  });
  return words;
}

// One expansion under way: the note whose text is being copied, and the embed that asked for it.
struct Site {
  const Chapter* note;
  base::Span where;
};

class Embedder {
 public:
  Embedder(const Book& draft, const Vault& notes, const config::Settings& settings, Sink& sink)
      : pieces_(draft, notes, settings, sink), sink_(sink) {}

  // The chapter with its embeds filled in, as a copy: other chapters may embed it as it was.
  Chapter filled(const Chapter& original) {
    Chapter chapter = original;
    host_ = &original;
    chain_.clear();
    wanted_notes_.clear();
    known_notes_.clear();
    level_ = 1;
    chapter.blocks = expanded(std::move(chapter.blocks), original);
    for (Note& note : chapter.notes) note.blocks = expanded(std::move(note.blocks), original);
    for (std::size_t i = 0; i < wanted_notes_.size(); ++i) {  // grows: a footnote may embed and call others
      const auto [source, label] = wanted_notes_[i];
      const Note* note = footnote(*source, label);
      if (!note ||
          !affordable(size_of(note->blocks.data(), note->blocks.data() + note->blocks.size()), note->where))
        continue;
      Note copy = *note;
      copy.label = label_in_host(*source, label);
      copy.blocks = expanded(std::move(copy.blocks), *source);
      chapter.notes.push_back(std::move(copy));
    }
    chapter.may_hold = held(chapter);
    return chapter;
  }

 private:
  const Note* footnote(const Chapter& source, const std::string& label) {
    const auto [known, is_new] = footnotes_.try_emplace(&source);
    if (is_new) {
      for (const Note& note : source.notes) known->second.emplace(note.label, &note);
    }
    const auto found = known->second.find(label);
    return found == known->second.end() ? nullptr : found->second;
  }

  Blocks expanded(Blocks blocks, const Chapter& source) {
    Blocks result;
    result.reserve(blocks.size());
    for (Block& block : blocks) {
      if (const auto* heading = get_if<Heading>(&block.value)) level_ = heading->level;
      if (const auto* embed = get_if<Embed>(&block.value)) {
        append(result, embedded(embed->target, embed->as_written, block.where, source));
      } else if (holds_alternative<Paragraph>(block.value)) {
        append_paragraph(result, std::move(block), source);
      } else {
        each_run(block, [&](Inlines& run) { expand(run, source); });
        each_body(block, [&](Blocks& body) { body = expanded(std::move(body), source); });
        result.push_back(std::move(block));
      }
    }
    return result;
  }

  static void append(Blocks& result, Blocks&& blocks) {
    std::move(blocks.begin(), blocks.end(), std::back_inserter(result));
  }

  // A paragraph is cut in two round an embed that is more than a paragraph itself.
  void append_paragraph(Blocks& result, Block block, const Chapter& source) {
    Inlines content = std::exchange(get<Paragraph>(block.value).content, {});
    const auto flush = [&](Inlines& rest) {
      if (is_blank(rest)) return;
      Block part = block;
      get<Paragraph>(part.value).content = std::exchange(rest, {});
      block.block_id.clear();  // the first part keeps it
      result.push_back(std::move(part));
    };
    Inlines current;
    for (Inline& one : content) {
      const auto* embed = get_if<InlineEmbed>(&one.value);
      if (!embed) {
        expand_one(current, std::move(one), source);
        continue;
      }
      Blocks blocks = embedded(embed->target, embed->as_written, one.where, source);
      if (blocks.size() == 1 && holds_alternative<Paragraph>(blocks.front().value)) {
        Inlines& words = get<Paragraph>(blocks.front().value).content;
        std::move(words.begin(), words.end(), std::back_inserter(current));
      } else {
        flush(current);
        append(result, std::move(blocks));
      }
    }
    if (content.empty())
      result.push_back(std::move(block));
    else
      flush(current);
  }

  void expand(Inlines& inlines, const Chapter& source) {
    Inlines result;
    result.reserve(inlines.size());
    for (Inline& one : inlines) expand_one(result, std::move(one), source);
    inlines = std::move(result);
  }

  void expand_one(Inlines& result, Inline one, const Chapter& source) {
    if (const auto* embed = get_if<InlineEmbed>(&one.value)) {
      Inlines words = flattened(embedded(embed->target, embed->as_written, one.where, source));
      std::move(words.begin(), words.end(), std::back_inserter(result));
      return;
    }
    if (auto* call = get_if<NoteCall>(&one.value); call && &source != host_) {
      if (known_notes_.insert(label_in_host(source, call->label)).second)
        wanted_notes_.emplace_back(&source, call->label);
      call->label = label_in_host(source, call->label);
    }
    visit(
        [&](auto& value) {
          if constexpr (requires { value.content; }) expand(value.content, source);
        },
        one.value);
    result.push_back(std::move(one));
  }

  // No author can write this label, and it stays the same however often the text is embedded.
  static std::string label_in_host(const Chapter& source, const std::string& label) {
    return source.path + '\n' + label;
  }

  Blocks embedded(const ToName& target, const std::string& as_written, base::Span where,
                  const Chapter& source) {
    const auto piece = pieces_.find(target, where, source);
    if (!piece || is_cycle(*piece, where, source) || !affordable(size_of(piece->first, piece->last), where)) {
      std::string name = as_written.empty() ? target.note : as_written;
      return {Block{Paragraph{{Inline{Text{std::move(name)}, where}}}, where}};
    }
    chain_.push_back({&source, where});
    const int level_above = std::exchange(level_, 1);
    Blocks blocks = expanded(Blocks(piece->first, piece->last), *piece->note);
    shift_headings(blocks, level_above);
    each_block(blocks, [](Block& block) {
      block.is_copy = true;
      return true;
    });
    level_ = level_above;
    chain_.pop_back();
    return blocks;
  }

  // A piece that holds one of the embeds on the way to it would hold itself.
  bool is_cycle(const Piece& piece, base::Span where, const Chapter& source) {
    std::vector<Site> sites = chain_;
    sites.push_back({&source, where});
    const auto holds = [&](const Site& site) {
      if (site.note != piece.note) return false;
      if (piece.is_whole) return true;
      // Block by block, for some of them may have been included from other files.
      return std::any_of(piece.first, piece.last, [&](const Block& block) {
        return block.where.file == site.where.file && block.where.begin <= site.where.begin &&
               site.where.begin < block.where.end;
      });
    };
    const auto begins = std::find_if(sites.begin(), sites.end(), holds);
    if (begins == sites.end()) return false;
    std::vector<std::string> steps;
    for (auto site = begins; site != sites.end(); ++site) {
      const Chapter* next = site + 1 == sites.end() ? piece.note : (site + 1)->note;
      steps.push_back('"' + site->note->path + "\" embeds \"" + next->path + '"');
    }
    sink_.report(Rule::embed_cycle, where,
                 '"' + piece.note->path + "\" would embed itself; its name stays as text", "", steps);
    return true;
  }

  bool affordable(std::size_t size, base::Span where) {
    if (chain_.size() >= deepest) {
      sink_.report(Rule::text_hostile, where,
                   "embeds stand in embeds more than " + std::to_string(deepest) +
                       " deep; the name of this one stays as text");
      return false;
    }
    copied_ += std::min(size, most_copied) + 1;
    if (copied_ <= most_copied) return true;
    if (!std::exchange(reported_size_, true))
      sink_.report(Rule::text_hostile, where,
                   "the embeds of this book come to more than " + std::to_string(most_copied) +
                       " pieces of text; the names of this and all further ones stay as text");
    return false;
  }

  Pieces pieces_;
  Sink& sink_;
  std::unordered_map<const Chapter*, std::unordered_map<std::string, const Note*>> footnotes_;
  std::size_t copied_ = 0;
  bool reported_size_ = false;
  // Of the chapter being filled.
  const Chapter* host_ = nullptr;
  std::vector<Site> chain_;
  int level_ = 1;  // of the heading above
  std::vector<std::pair<const Chapter*, std::string>> wanted_notes_;
  std::unordered_set<std::string> known_notes_;
};

}  // namespace

Book with_embeds(Book draft, const Vault& notes, const config::Settings& settings, Sink& sink) {
  std::vector<std::pair<std::size_t, Chapter>> filled;
  Embedder embedder(draft, notes, settings, sink);
  for (std::size_t i = 0; i < draft.chapters.size(); ++i) {
    if (draft.chapters[i].may_hold.embeds) filled.emplace_back(i, embedder.filled(draft.chapters[i]));
  }
  for (auto& [at, chapter] : filled) draft.chapters[at] = std::move(chapter);
  return draft;
}

}  // namespace octavo::resolve
