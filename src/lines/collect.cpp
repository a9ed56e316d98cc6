#include "lines/collect.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "base/utf8.h"

namespace octavo::lines {
namespace {

constexpr std::string_view box_character = "\xEF\xBF\xBC";   // U+FFFC: may be broken before and after
constexpr std::string_view fill_character = "\xE2\x81\xA0";  // U+2060: never broken before or after
constexpr std::string_view soft_hyphen = "\xC2\xAD";

// The bytes of a separator of lines or paragraphs at `at`, or of collapsible white space; 0 if there is none.
std::size_t space_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  const auto rest = text.substr(at, 3);
  if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") return 3;
  return rest.starts_with("\xC2\x85") ? 2 : 0;
}

// No white space and no first byte of a character that could be special.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte != 0xC2 && byte != 0xE2;
}

class Collector {
 public:
  explicit Collector(const Paragraph& paragraph) : paragraph_(paragraph) {}

  Collected collect() {
    std::size_t size = 0;
    for (const auto& piece : paragraph_.pieces)
      if (const auto* words = std::get_if<Words>(&piece)) size += words->text.size();
    result_.text.reserve(size + 16);
    result_.stretches.reserve(paragraph_.pieces.size());
    for (const auto& piece : paragraph_.pieces) {
      std::visit([this](const auto& value) { add(value); }, piece);
      ++piece_;
    }
    trim();
    return std::move(result_);
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text.size()); }

  void count(bool counts) {
    auto& all = result_.counts;
    const auto goes_on = [&](const Collected::Count& last) {
      return last.counts == counts && last.at <= here() &&
             last.before + (counts ? here() - last.at : 0) == source_;
    };
    if (!all.empty() && goes_on(all.back())) return;
    if (!all.empty() && all.back().at >= here())
      all.back() = {here(), source_, counts};
    else
      all.push_back({here(), source_, counts});
  }

  // Gives the text added since `begin` its style.
  void cover(std::uint32_t begin, std::uint32_t style, Tag tag) {
    assert(style < paragraph_.styles.size() || paragraph_.styles.empty());
    if (begin == here()) return;
    auto& all = result_.stretches;
    if (!all.empty() && all.back().style == style && all.back().tag == tag)
      all.back().end = here();
    else
      all.push_back({begin, here(), style, tag});
  }

  // Takes off the space that was kept at what turned out to be the end of a line.
  void trim() {
    if (paragraph_.preserve_spaces || !result_.text.ends_with(' ') || !after_space_) return;
    result_.text.pop_back();
    if (--result_.stretches.back().end == result_.stretches.back().begin) result_.stretches.pop_back();
    for (auto mark = result_.marks.rbegin(); mark != result_.marks.rend() && mark->at > here(); ++mark)
      mark->at = here();
    count(false);
  }

  void object(ObjectKind kind, std::string_view character, std::uint32_t style, Tag tag, bool is_full = false) {
    count(false);
    result_.objects.push_back({here(), kind, piece_, is_full});
    const auto begin = here();
    result_.text += character;
    cover(begin, style, tag);
    after_space_ = kind != ObjectKind::box;
    after_mark_ = false;
    count(false);
  }

  std::uint32_t style_before() const {
    return result_.stretches.empty() ? 0 : result_.stretches.back().style;
  }

  void force_break(bool is_full = false) {
    trim();
    object(ObjectKind::forced_break, break_character, style_before(), 0, is_full);
    tab_from_ = here();
    tab_column_ = 0;
  }

  void add(const Box& box) { object(ObjectKind::box, box_character, style_before(), box.tag); }
  void add(const ForcedBreak& forced) { force_break(forced.is_full); }
  void add(const Fill& fill) { object(ObjectKind::fill, fill_character, fill.style, fill.tag); }
  void add(const Mark& mark) {
    result_.marks.push_back({here(), mark.id, false});
    after_mark_ = true;
  }

  void add(const Words& words) {
    if (after_mark_ && !words.counts && !words.text.empty())
      for (auto mark = result_.marks.rbegin(); mark != result_.marks.rend() && mark->at == here(); ++mark)
        mark->before_call = true;
    if (!words.text.empty()) after_mark_ = false;
    count(words.counts);
    const std::string_view text = words.text;
    auto begin = here();
    for (std::size_t at = 0; at < text.size();) {
      const auto end = as_it_is(text, at);
      result_.text.append(text, at, end - at);
      if (words.counts) source_ += static_cast<std::uint32_t>(end - at);
      at = end;
      if (at < text.size()) at += special(words, begin, at);
    }
    cover(begin, words.style, words.tag);
  }

  // The end of what can be taken over as it is: words, and single spaces between them.
  std::size_t as_it_is(std::string_view text, std::size_t at) {
    const auto keeps_spaces = paragraph_.preserve_spaces;
    auto after_space = after_space_;
    for (; at < text.size(); ++at) {
      const auto plain = is_plain(text[at]);
      if (!plain && (text[at] != ' ' || (after_space && !keeps_spaces))) break;
      after_space = !plain;
    }
    after_space_ = after_space;
    return at;
  }

  // White space, soft hyphens and what only looks like them; the bytes used up.
  std::size_t special(const Words& words, std::uint32_t& begin, std::size_t at) {
    const std::string_view text = words.text;
    const auto advance = [&](std::size_t bytes) {
      if (words.counts) source_ += static_cast<std::uint32_t>(bytes);
      return bytes;
    };
    if (const auto length = space_length(text, at); length > 0) {
      if (paragraph_.preserve_spaces) return advance(preserved(words, begin, at, length));
      if (!after_space_) {
        result_.text += ' ';
        after_space_ = true;
        advance(length);
        if (length > 1) count(words.counts);
      } else {
        advance(length);
        count(words.counts);
      }
      return length;
    }
    if (!paragraph_.preserve_spaces && text.substr(at).starts_with(soft_hyphen)) {
      result_.soft_hyphens.push_back(here());
      advance(soft_hyphen.size());
      count(words.counts);
      return soft_hyphen.size();
    }
    result_.text += text[at];
    after_space_ = false;
    return advance(1);
  }

  std::size_t preserved(const Words& words, std::uint32_t& begin, std::size_t at, std::size_t length) {
    if (words.text[at] == '\t') {
      tab_column_ += base::length_in_code_points(std::string_view(result_.text).substr(tab_from_));
      const auto tab = static_cast<std::size_t>(std::max(paragraph_.tab_size, 1));
      const auto spaces = tab - tab_column_ % tab;
      result_.text.append(spaces, ' ');
      tab_from_ = here();
      tab_column_ += spaces;
      skip(words, 1);
      return 1;
    }
    const auto bytes = std::string_view(words.text).substr(at).starts_with("\r\n") ? 2 : length;
    cover(begin, words.style, words.tag);
    force_break();
    begin = here();
    skip(words, bytes);
    return bytes;
  }

  // The text and its source part company here; the caller has yet to add `bytes` to the source.
  void skip(const Words& words, std::size_t bytes) {
    if (words.counts) source_ += static_cast<std::uint32_t>(bytes);
    count(words.counts);
    if (words.counts) source_ -= static_cast<std::uint32_t>(bytes);
  }

  const Paragraph& paragraph_;
  Collected result_;
  std::uint32_t piece_ = 0;
  std::uint32_t source_ = 0;  // counting bytes so far
  bool after_space_ = true;   // white space here would be dropped
  bool after_mark_ = false;
  std::uint32_t tab_from_ = 0;
  std::size_t tab_column_ = 0;
};

}  // namespace

std::uint32_t Collected::counted(std::uint32_t at) const {
  const auto after =
      std::upper_bound(counts.begin(), counts.end(), at,
                       [](std::uint32_t place, const Count& count) { return place < count.at; });
  if (after == counts.begin()) return 0;
  const auto& count = *(after - 1);
  return count.before + (count.counts ? at - count.at : 0);
}

Collected collect(const Paragraph& paragraph) { return Collector(paragraph).collect(); }

}  // namespace octavo::lines
