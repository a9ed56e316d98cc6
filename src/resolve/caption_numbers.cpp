// A picture or a table with a caption gets a number before its words: "Figure 2.1", "Table 2.1", counted by chapters that have numbers of
// their own, else through the book. Authors who number by themselves are left to it. What leads there without words says the number.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/bytes.h"
#include "base/unicode.h"
#include "base/word_list.h"
#include "resolve/anchors.h"
#include "resolve/passes.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

namespace {

struct Caption {
  Inlines* words;
  bool is_table;
};

// A picture, pictures beside each other, or a group with one.
bool is_picture(const Block& block) {
  const auto is_image = [](const Inline& one) { return holds_alternative<Image>(one.value); };
  if (const auto* paragraph = get_if<Paragraph>(&block.value)) return std::ranges::any_of(paragraph->content, is_image);
  if (const auto* group = get_if<Group>(&block.value)) return std::ranges::any_of(group->blocks, is_picture);
  return holds_alternative<Figure>(block.value);
}

std::optional<Caption> caption_of(Block& block) {
  if (auto* figure = get_if<Figure>(&block.value)) return Caption{&figure->caption, false};
  if (auto* table = get_if<Table>(&block.value)) return Caption{&table->caption, true};
  auto* captioned = get_if<Captioned>(&block.value);
  if (!captioned) return std::nullopt;
  const auto is_table = [](const Block& one) { return holds_alternative<Table>(one.value); };
  if (std::ranges::any_of(captioned->blocks, is_picture)) return Caption{&captioned->caption, false};
  if (std::ranges::any_of(captioned->blocks, is_table)) return Caption{&captioned->caption, true};
  return std::nullopt;
}

bool begins_with_digit(std::string_view words) { return !words.empty() && words.front() >= '0' && words.front() <= '9'; }

// "4-1", "B-1", "A.3": a letter at most before its first digit.
bool is_numeral(std::string_view word) {
  if (!word.empty() && base::is_ascii_letter(word.front())) {
    word.remove_prefix(1);
    if (!word.empty() && (word.front() == '-' || word.front() == '.')) word.remove_prefix(1);
  }
  return begins_with_digit(word);
}

// "Figure 4-1" of "Figure 4-1: ...", "Fig. 2" of "Fig. 2 ...", the word with "3" of "3. ...": of the author's own. "2020. ..." is a year.
std::optional<std::string> own_number(const Inlines& caption, std::string_view word, const Terms& terms) {
  constexpr std::size_t most_digits = 3;
  std::string words = plain_text(caption);
  constexpr std::string_view bound = "\u00A0";
  for (std::size_t at = words.find(bound); at != words.npos; at = words.find(bound, at)) words.replace(at, bound.size(), " ");
  const std::size_t space = std::min(words.find(' '), words.size());
  const std::string first = base::folded(words.substr(0, space));
  if (begins_with_digit(first)) {
    if (!first.ends_with('.') && !first.ends_with(':')) return std::nullopt;
    if (first.find_first_not_of("0123456789") > most_digits) return std::nullopt;
    return std::string(word) + "\u00A0" + first.substr(0, first.size() - 1);
  }
  const auto is_word = [&](std::string_view one) { return first == base::folded(one); };
  if (!is_word(terms.figure) && !is_word(terms.table) && !is_word(terms.listing) &&
      !base::is_among(first, "figure fig. listing table tab. tbl. abb. afb. tabl."))
    return std::nullopt;
  const std::size_t second = words.find_first_not_of(' ', space);
  if (second == words.npos || !is_numeral(std::string_view(words).substr(second))) return std::nullopt;
  std::string number = words.substr(second, std::min(words.find(' ', second), words.size()) - second);
  while (number.ends_with(':') || number.ends_with('.')) number.pop_back();
  return words.substr(0, space) + "\u00A0" + number;
}

// What is said of a numbered caption elsewhere.
struct Number {
  bool is_table = false;
  std::string number;  // "2.1"
  std::string own;     // "Fig. 2": as the author says it; then there is no other
};

class Numbering {
 public:
  Numbering(Book& book, const config::Settings& settings) : book_(book), settings_(settings), anchors_(book) {}

  void number_all() {
    for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
      Chapter& chapter = book_.chapters[i];
      if (!chapter.number.empty()) in_chapter_ = {};
      each_block(chapter, [&](Block& block) { return number(block, ChapterId(i)); });
    }
  }

  void name_in_links() {
    if (numbers_.empty()) return;
    for (Chapter& chapter : book_.chapters) {
      const Terms& terms = terms_of(chapter);
      each_link(chapter, [&](Link& link, base::Span where) {
        const auto* to = std::get_if<ToAnchor>(&link.target);
        const auto found = to && link.is_bare ? numbers_.find(to->anchor.index()) : numbers_.end();
        if (found == numbers_.end()) return;
        const Number& number = found->second;
        link.content = {Inline{Text{number.own.empty() ? words(number, terms) : number.own}, where}};
      });
    }
  }

 private:
  struct Counts {
    std::size_t figures = 0, tables = 0;
  };

  const Terms& terms_of(const Chapter& chapter) const {
    return terms(has_terms(chapter.language) ? chapter.language : book_.metadata.language);
  }

  static std::string words(const Number& number, const Terms& terms) {
    return std::string(number.is_table ? terms.table : terms.figure) + "\u00A0" + number.number;
  }

  // Whether what is within may have a number of its own.
  bool number(Block& block, ChapterId at) {
    const auto caption = caption_of(block);
    const Chapter& chapter = book_.chapters[at.index()];
    const Terms& terms = terms_of(chapter);
    if (const auto* listing = get_if<Captioned>(&block.value); listing && block.anchor && !caption) remember_own(block, listing->caption, terms);
    if (!caption || caption->words->empty()) return true;
    Number number{caption->is_table, "", own_number(*caption->words, caption->is_table ? terms.table : terms.figure, terms).value_or("")};
    const Inlines title = without_links(*caption->words);
    if (number.own.empty()) {
      if (!settings_.number_chapters) return false;
      Counts& counts = chapter.number.empty() ? in_others_ : in_chapter_;
      number.number = (chapter.number.empty() ? "" : chapter.number + ".") + std::to_string(++(number.is_table ? counts.tables : counts.figures));
      const std::string name = number.is_table ? "table-number" : "figure-number";
      caption->words->insert(caption->words->begin(), {Inline{Passage{{}, {}, {name}, {Inline{Text{words(number, terms)}, {}}}}, {}}, Inline{Text{" "}, {}}});
    }
    const bool is_listed = book_.form != Form::handout && (number.is_table ? settings_.lists_tables : settings_.lists_figures);
    if (is_listed) {
      if (!block.anchor) block.anchor = anchors_.numbered(AnchorKind::figure, at, number.is_table ? 't' : 'f');
      mark_target(book_, block.anchor);
      (number.is_table ? book_.tables : book_.figures).push_back({1, number.number, title, block.anchor});
    }
    if (block.anchor) numbers_.emplace(block.anchor.index(), std::move(number));
    return false;  // pictures within are parts of it
  }

  // A listing's, which is counted by its author.
  void remember_own(const Block& block, const Inlines& caption, const Terms& terms) {
    if (auto own = own_number(caption, terms.listing, terms)) numbers_.emplace(block.anchor.index(), Number{false, "", std::move(*own)});
  }

  Book& book_;
  const config::Settings& settings_;
  AnchorMaker anchors_;
  Counts in_chapter_, in_others_;
  std::unordered_map<std::size_t, Number> numbers_;  // by anchor
};

}  // namespace

Book with_caption_numbers(Book book, const config::Settings& settings) {
  Numbering numbering(book, settings);
  numbering.number_all();
  numbering.name_in_links();
  return book;
}

}  // namespace octavo::resolve
