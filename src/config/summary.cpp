#include "config/summary.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "base/paths.h"
#include "config/forms.h"

namespace octavo::config {

namespace {

using diagnostics::Rule;

// cmark-gfm takes time in proportion to the square of some texts; of one so long it takes no more than a
// second. The summary of a book of two thousand chapters is shorter.
constexpr std::size_t longest_summary = 128 * 1024;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeWalk {
  void operator()(cmark_iter* walk) const { cmark_iter_free(walk); }
};

// The words below a node, without what marks them.
std::string words_of(cmark_node* node) {
  std::string words;
  const std::unique_ptr<cmark_iter, FreeWalk> walk(cmark_iter_new(node));
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* const one = cmark_iter_get_node(walk.get());
    const auto type = cmark_node_get_type(one);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) words += cmark_node_get_literal(one);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) words += ' ';
  }
  return plain(words);
}

// Chapters before the first list are prefaces, those in lists are numbered, and those after them are not.
// Lists count on over the headings between them.
class Summary {
 public:
  Summary(base::FileId file, const std::string& folder, diagnostics::Sink& sink)
      : file_(file), source_(sink.sources.of(file)), folder_(folder), sink_(sink) {}

  std::vector<ChapterChoice> chapters;
  std::vector<PartChoice> parts;

  void read(cmark_node* document) {
    const std::unique_ptr<cmark_iter, FreeWalk> walk(cmark_iter_new(document));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      cmark_node* const node = cmark_iter_get_node(walk.get());
      const auto type = cmark_node_get_type(node);
      const bool enters = event == CMARK_EVENT_ENTER;
      if (type == CMARK_NODE_LIST) {
        enters ? begin_list() : end_list();
      } else if (type == CMARK_NODE_ITEM && enters) {
        has_chapter_ = false;
      } else if (enters && (type == CMARK_NODE_LINK || is_heading(node) || type == CMARK_NODE_BLOCK_QUOTE)) {
        if (type == CMARK_NODE_LINK) link(node);
        if (type == CMARK_NODE_HEADING) heading(node);
        cmark_iter_reset(walk.get(), node, CMARK_EVENT_EXIT);
      }
    }
  }

 private:
  // Links right above a rule are none, whatever Markdown says: they are chapters before the list.
  bool is_heading(cmark_node* node) const {
    return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
           (had_list_ || cmark_node_get_heading_level(node) == 1);
  }

  void begin_list() {
    had_list_ = true;
    if (++depth_ > counts_.size()) counts_.push_back(0);
    in_suffix_ = false;
  }

  void end_list() {
    --depth_;
    counts_.resize(std::max<std::size_t>(depth_, 1));
    has_chapter_ = true;  // what follows a list within an item is no chapter's name
  }

  void heading(cmark_node* node) {
    if (depth_ > 0 || cmark_node_get_heading_level(node) != 1) return;
    const bool is_title = !had_title_ && !had_list_ && chapters.empty();
    if (!is_title) parts.push_back({words_of(node), chapters.size()});
    had_title_ = true;
    in_suffix_ = false;
  }

  void link(cmark_node* node) {
    ChapterChoice choice{.where = place_of(node), .title = words_of(node), .number = ""};
    if (depth_ > 0) {
      if (has_chapter_) return;  // a chapter has one file
      has_chapter_ = true;
      choice.level = static_cast<int>(depth_);
      choice.number = next_number();
    } else if (!had_list_) {
      choice.kind = book::ChapterKind::preface;
    } else if (!in_suffix_) {
      in_suffix_ = true;
      if (!parts.empty()) parts.push_back({"", chapters.size()});
    }
    const std::string address = cmark_node_get_url(node);
    if (address.empty()) {
      sink_.report(Rule::book_draft_chapter, choice.where,
                   '"' + choice.title + "\" is a draft without a file; the book is made without it");
    } else {
      choice.path = path_of(address, choice.where);
    }
    chapters.push_back(std::move(choice));
  }

  std::string next_number() {
    counts_.resize(depth_);
    ++counts_.back();
    std::string number;
    for (const std::size_t count : counts_) number += (number.empty() ? "" : ".") + std::to_string(count);
    return number;
  }

  // Relative to the book's folder; "" if the address is no path inside it, which is reported.
  std::string path_of(const std::string& address, base::Span where) {
    const auto fails = [&](Rule rule, const std::string& why) {
      sink_.report(rule, where, '"' + address + "\" " + why);
      return std::string();
    };
    if (is_uri(address))
      return fails(Rule::config_missing_chapter,
                   "is an address on the net; SUMMARY.md lists notes of the book's folder");
    if (address.find('#') != std::string::npos)
      return fails(Rule::config_missing_chapter,
                   "is a place within a note; SUMMARY.md lists whole notes, take the \"#\" away");
    const std::string written = base::percent_decoded(address);
    std::string path = base::normal(base::join(folder_, written));
    if (written.starts_with('/') || base::climbs(path))
      return fails(Rule::link_outside_folder,
                   "leads out of the book's folder, where octavo reads nothing; move the note into it");
    return path;
  }

  base::Span place_of(cmark_node* node) const {
    const auto offset = [&](int line, int column) {
      const auto& starts = source_.line_starts();
      const auto row = std::min(static_cast<std::size_t>(std::max(line, 1)), starts.size()) - 1;
      return std::min<std::size_t>(starts[row] + static_cast<std::size_t>(std::max(column, 0)),
                                   source_.text.size());
    };
    const int line = cmark_node_get_start_line(node);
    auto begin = offset(line, cmark_node_get_start_column(node) - 1);
    auto end = std::max(begin, offset(line, cmark_node_get_end_column(node)));
    // The parser forgets how far the second line of a paragraph is indented.
    while (end < source_.text.size() && begin < end && source_.text[begin] == ' ') ++begin, ++end;
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  base::FileId file_;
  const diagnostics::Sources::Source& source_;
  const std::string& folder_;  // of the summary
  diagnostics::Sink& sink_;
  std::size_t depth_ = 0;            // of the list
  std::vector<std::size_t> counts_;  // by depth
  bool had_title_ = false, had_list_ = false, in_suffix_ = false;
  bool has_chapter_ = false;  // the item
};

}  // namespace

void read_summary(const base::Files& files, Settings& settings, diagnostics::Sink& sink) {
  const std::string path = base::join(settings.source, "SUMMARY.md");
  const auto file = read_text(files, settings.root, path, sink);
  if (!file) return;
  const std::string& text = sink.sources.of(*file).text;
  if (text.size() > longest_summary) {
    sink.report(Rule::text_hostile, {*file, 0, 0},
                "this summary is longer than " + std::to_string(longest_summary) +
                    " bytes; the notes come in their natural order, divide the book or shorten the summary");
    return;
  }
  const std::unique_ptr<cmark_node, FreeNode> document(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  Summary summary(*file, settings.source, sink);
  summary.read(document.get());
  if (summary.chapters.empty()) {
    sink.report(
        Rule::config_missing_chapter, {*file, 0, 0},
        "this summary lists no chapter; the notes come in their natural order, write \"- [Title](note.md)\" "
        "for each");
    return;
  }
  settings.summary = path;
  settings.chapters = std::move(summary.chapters);
  settings.parts = std::move(summary.parts);
}

}  // namespace octavo::config
