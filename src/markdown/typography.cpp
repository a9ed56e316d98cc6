#include "markdown/typography.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/utf8.h"
#include "markdown/disguise.h"

namespace octavo::markdown {

namespace {

struct Convention {
  std::string_view language;
  QuoteMarks marks;
};

// CLDR's quotation marks where printers agree with them. The spaces in French are U+202F, narrow and not
// breaking.
constexpr std::array<Convention, 29> conventions = {{
    {"en", {"“", "”", "‘", "’"}},
    {"de", {"„", "“", "‚", "‘"}},
    {"de-CH", {"«", "»", "‹", "›"}},
    {"fr", {"«\u202F", "\u202F»", "“", "”"}},
    {"fr-CH", {"«\u202F", "\u202F»", "‹\u202F", "\u202F›"}},
    {"es", {"«", "»", "“", "”"}},
    {"it", {"«", "»", "“", "”"}},
    {"pt", {"«", "»", "“", "”"}},
    {"pt-BR", {"“", "”", "‘", "’"}},
    {"ca", {"«", "»", "“", "”"}},
    {"nl", {"“", "”", "‘", "’"}},
    {"sv", {"”", "”", "’", "’"}},
    {"fi", {"”", "”", "’", "’"}},
    {"da", {"»", "«", "›", "‹"}},
    {"nb", {"«", "»", "‘", "’"}},
    {"nn", {"«", "»", "‘", "’"}},
    {"no", {"«", "»", "‘", "’"}},
    {"pl", {"„", "”", "«", "»"}},
    {"cs", {"„", "“", "‚", "‘"}},
    {"sk", {"„", "“", "‚", "‘"}},
    {"sl", {"„", "“", "‚", "‘"}},
    {"hr", {"„", "”", "‚", "’"}},
    {"hu", {"„", "”", "»", "«"}},
    {"ro", {"„", "”", "«", "»"}},
    {"bg", {"„", "“", "’", "’"}},
    {"ru", {"«", "»", "„", "“"}},
    {"uk", {"«", "»", "„", "“"}},
    {"el", {"«", "»", "“", "”"}},
    {"et", {"„", "“", "‚", "‘"}},
}};

constexpr std::string_view apostrophe = "’";
constexpr char32_t boundary = U' ';   // before the first and after the last character
constexpr char32_t something = U'x';  // code, a formula, a picture

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_opener(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == U'¿' || c == U'¡' || c == U'«' || c == U'„' ||
         c == U'“' || c == U'‘' || c == U'‚' || c == U'‹';
}
bool is_dash(char32_t c) { return c == '-' || c == '/' || (c >= 0x2010 && c <= 0x2015) || c == kept_hyphen; }
bool is_word(char32_t c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         (c >= 0xAA && !is_space(c) && !is_dash(c) && !is_opener(c) && c != U'»' && c != U'”' && c != U'’' &&
          c != U'…' && c != U'›');
}

// An address shown as itself.
bool shows_address(const book::Link& link) {
  const auto* url = std::get_if<book::ToUrl>(&link.target);
  if (url == nullptr || link.content.size() != 1) return false;
  const auto* text = get_if<book::Text>(&link.content.front().value);
  return text != nullptr && url->url.ends_with(text->text);
}

// The stretches of text; nothing stands for what only counts as a letter.
void collect(book::Inlines& run, std::vector<std::string*>& pieces) {
  for (book::Inline& one : run) {
    visit(book::Overloaded{
              [&](book::Text& text) { pieces.push_back(&text.text); },
              [&](book::Marked& marked) { collect(marked.content, pieces); },
              [&](book::Passage& passage) { collect(passage.content, pieces); },
              [&](book::Link& link) {
                if (shows_address(link)) {
                  pieces.push_back(nullptr);
                } else {
                  collect(link.content, pieces);
                }
              },
              [&](book::NoteCall&) {},
              [&](book::NamedPlace&) {},
              [&](auto&) { pieces.push_back(nullptr); },
          },
          one.value);
  }
}

// Whether a second byte, or it with the one before, may be something to set: quotation marks and what stands for kept signs; two hyphens,
// two periods. A few others look alike in the bits that are compared ("#" and "&"; two commas, two slashes), and are looked at in vain.
constexpr bool may_be_special(unsigned char left, unsigned char right) {
  return ((right | 5) == '\'') | (right < 8) | ((left == right) & ((left | 3) == '/'));
}
static_assert([] {
  for (const char sign : {'"', '\'', kept_double, kept_single, kept_hyphen, kept_period})
    if (!may_be_special(0, static_cast<unsigned char>(sign))) return false;
  return may_be_special('-', '-') && may_be_special('.', '.');
}());

bool may_be_special(std::string_view text) {
  return base::any_pair(text, [](unsigned char left, unsigned char right) { return may_be_special(left, right); });
}

class Setter {
 public:
  Setter(std::vector<std::string*>& pieces, const QuoteMarks& marks) : pieces_(pieces), marks_(marks) {}

  void run() {
    for (piece_ = 0; piece_ < pieces_.size(); ++piece_) {
      std::string* text = pieces_[piece_];
      if (text == nullptr) {
        before_ = something;
      } else if (!text->empty()) {
        set(*text);
      }
    }
  }

 private:
  static constexpr auto special_characters = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '\'', '-', '.', kept_double, kept_single, kept_hyphen, kept_period})
      table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  static bool is_plain(char c) { return !special_characters[static_cast<unsigned char>(c)]; }

  static char32_t last_code_point(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return base::decode(text, at).code_point;
  }

  // The character at `at`, or the first of the pieces that follow.
  char32_t next(std::string_view text, std::size_t at) const {
    if (at < text.size()) return base::decode(text, at).code_point;
    for (std::size_t i = piece_ + 1; i < pieces_.size(); ++i) {
      if (pieces_[i] == nullptr) return something;
      if (!pieces_[i]->empty()) return base::decode(*pieces_[i], 0).code_point;
    }
    return boundary;
  }

  // Where something stands that may have to be set otherwise: a hyphen or a period alone does not.
  static std::size_t next_special(std::string_view text, std::size_t at) {
    for (;; ++at) {
      while (at < text.size() && is_plain(text[at])) ++at;
      if (at == text.size() || (text[at] != '-' && text[at] != '.')) return at;
      if (at + 1 < text.size() && text[at + 1] == text[at]) return at;
    }
  }

  void set(std::string& text) {
    const std::string_view source = text;
    if (next_special(source, 0) == source.size()) {
      before_ = last_code_point(source);
      return;
    }
    std::string result;
    result.reserve(source.size() + 16);
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t end = next_special(source, at);
      if (end > at) {
        result += source.substr(at, end - at);
        before_ = last_code_point(source.substr(at, end - at));
        at = end;
        continue;
      }
      at = special(source, at, result);
    }
    text = std::move(result);
  }

  // Writes what stands for the character at `at` and returns what follows it.
  std::size_t special(std::string_view text, std::size_t at, std::string& result) {
    const char character = text[at];
    if (character == '"') {
      quote(text, at, result);
      return at + 1;
    }
    if (character == '\'') {
      single(text, at, result);
      return at + 1;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] == character) ++end;
    const std::size_t length = end - at;
    if (character == '-' && (length == 2 || length == 3)) {
      result += length == 2 ? "–" : "—";
      before_ = U'—';
    } else if (character == '.' && length >= 3) {
      result += "…";
      result.append(length - 3, '.');
      before_ = U'…';
    } else {
      static constexpr std::string_view kept = {"\"'-.", 4};
      const char shown = character == kept_double   ? kept[0]
                         : character == kept_single ? kept[1]
                         : character == kept_hyphen ? kept[2]
                         : character == kept_period ? kept[3]
                                                    : character;
      result.append(length, shown);
      before_ = static_cast<char32_t>(character == kept_double || character == kept_single ? U')' : shown);
    }
    return end;
  }

  bool may_open(char32_t after) const {
    return (is_space(before_) || is_opener(before_) || is_dash(before_)) && !is_space(after);
  }

  void quote(std::string_view text, std::size_t at, std::string& result) {
    const char32_t after = next(text, at + 1);
    // After a dash a quote that is open closes before punctuation, and another opens before a word.
    const bool opens = may_open(after) && !(is_dash(before_) && doubles_ > 0 && !is_word(after));
    if (opens) {
      ++doubles_;
      result += marks_.open;
    } else {
      doubles_ -= doubles_ > 0;
      result += marks_.close;
    }
    before_ = opens ? U'(' : U')';
  }

  void single(std::string_view text, std::size_t at, std::string& result) {
    const char32_t after = next(text, at + 1);
    if ((is_word(before_) && is_word(after)) || (may_open(after) && elides(text, at + 1))) {
      result += apostrophe;
      before_ = U'’';
      return;
    }
    const bool opens = may_open(after) && !(is_dash(before_) && singles_ > 0 && !is_word(after));
    if (opens) {
      ++singles_;
      result += marks_.inner_open;
    } else if (singles_ > 0) {
      --singles_;
      result += marks_.inner_close;
    } else {
      result += apostrophe;  // the boys' room
    }
    before_ = opens ? U'(' : U')';
  }

  // Whether what follows the mark is a word whose beginning was left out: '90s, 'tis, 'n', Dutch 's avonds.
  static bool elides(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(static_cast<unsigned char>(text[end])) ||
                                 ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')))
      ++end;
    std::string word(text.substr(at, end - at));
    if (word.size() >= 2 && is_digit(static_cast<unsigned char>(word[0])) &&
        is_digit(static_cast<unsigned char>(word[1]))) {
      return word.size() == 2 ? end == text.size() || text[end] != '\''
                              : word.size() == 3 && (word[2] | 0x20) == 's';
    }
    for (char& c : word) c |= 0x20;
    static constexpr std::array<std::string_view, 10> words = {"tis", "twas", "twere", "twill", "twould",
                                                               "em",  "til",  "cause", "bout",  "n"};
    static constexpr std::array<std::string_view, 4> clitics = {"s", "t", "k", "m"};
    const auto is_one_of = [&](const auto& list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    return is_one_of(words) || (is_one_of(clitics) && end < text.size() && text[end] == ' ');
  }

  std::vector<std::string*>& pieces_;
  const QuoteMarks& marks_;
  std::size_t piece_ = 0;
  char32_t before_ = boundary;
  int doubles_ = 0, singles_ = 0;  // open
};

}  // namespace

Typography::Typography(std::string_view language) {
  const auto find = [](std::string_view tag) {
    return std::find_if(conventions.begin(), conventions.end(),
                        [&](const Convention& one) { return one.language == tag; });
  };
  auto convention = find(language);
  if (convention == conventions.end()) convention = find(book::primary_subtag(language));
  if (convention == conventions.end()) convention = conventions.begin();
  marks_ = convention->marks;
}

void Typography::apply(book::Inlines& run) const {
  std::vector<std::string*> pieces;
  pieces.reserve(2 * run.size());
  collect(run, pieces);
  const auto is_special = [](const std::string* text) { return text != nullptr && may_be_special(std::string_view(*text)); };
  if (std::ranges::none_of(pieces, is_special)) return;
  Setter(pieces, marks_).run();
}

}  // namespace octavo::markdown
