#include "lines/line_rules.h"

#include <unicode/ubrk.h>

#include "base/bytes.h"
#include "base/failure.h"
#include "base/text_map.h"
#include "base/utf8.h"

namespace octavo::lines {
namespace {

constexpr std::size_t longest_known = 100;  // bytes; what is longer will hardly come again

// Units of UTF-16, beside which the bytes are counted again when ICU has found its places.
std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = base::decode(text, at);
    at += length;
    if (code_point < 0x10000) {
      units += static_cast<char16_t>(code_point);
    } else {
      units += static_cast<char16_t>(0xD7C0 + (code_point >> 10));
      units += static_cast<char16_t>(0xDC00 + (code_point & 0x3FF));
    }
  }
  return units;
}

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw base::Failure(std::string("ICU has no rules for line breaks: ") + u_errorName(status));
}

struct Part {
  std::size_t end = 0;
  bool is_word = true;  // letters, perhaps a comma or a stop, and the space after them: no line ends within
};

// A line may end after white space that stands before a letter of ASCII and after any other of its characters but
// an opening bracket; and what comes before such a place has no say in what comes after it.
Part part_at(std::string_view text, std::size_t begin) {
  const auto lets_go = [](char c) { return c > ' ' && c < 0x7F && c != '(' && c != '[' && c != '{'; };
  Part part;
  for (auto at = begin; at < text.size(); ++at) {
    const auto after_space = at > begin && text[at - 1] == ' ';
    if (base::is_ascii_letter(text[at])) {
      if (after_space && at > begin + 1 && lets_go(text[at - 2])) return part;
      part.is_word &= !after_space;
    } else if (text[at] != ' ') {
      const auto ends_word = (text[at] == ',' || text[at] == '.') && (at + 1 == text.size() || text[at + 1] == ' ');
      part.is_word &= !after_space && ends_word;
    }
    part.end = at + 1;
  }
  return part;
}

}  // namespace

class LineRules::Open::Rules {
 public:
  explicit Rules(const std::string& language) {
    auto status = U_ZERO_ERROR;
    iterator_.reset(ubrk_open(UBRK_LINE, language.c_str(), nullptr, 0, &status));
    check(status);
  }

  const std::vector<std::uint32_t>& places(std::string_view part) {
    if (part.size() > longest_known) return unknown_ = found(part);
    return known_.find_or(part, [&] { return found(part); });
  }

 private:
  struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  };

  std::vector<std::uint32_t> found(std::string_view part) {
    const auto units = to_utf16(part);
    auto status = U_ZERO_ERROR;
    ubrk_setText(iterator_.get(), units.data(), static_cast<std::int32_t>(units.size()), &status);
    check(status);
    std::vector<std::uint32_t> result;
    std::size_t byte = 0;
    std::int32_t unit = 0;
    for (auto next = ubrk_next(iterator_.get()); next != UBRK_DONE; next = ubrk_next(iterator_.get())) {
      while (unit < next) {
        const auto [code_point, length] = base::decode(part, byte);
        byte += length;
        unit += code_point < 0x10000 ? 1 : 2;
      }
      if (byte < part.size()) result.push_back(static_cast<std::uint32_t>(byte));
    }
    return result;
  }

  std::unique_ptr<UBreakIterator, Close> iterator_;
  base::TextMap<std::vector<std::uint32_t>> known_;
  std::vector<std::uint32_t> unknown_;
};

LineRules::Open::Open() = default;
LineRules::Open::~Open() = default;

std::vector<std::uint32_t> LineRules::Open::places(std::string_view text, const std::string& language) {
  auto& rules = by_language_[language];
  if (!rules) rules = std::make_unique<Rules>(language);
  std::vector<std::uint32_t> result;
  result.reserve(text.size() / 5);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto part = part_at(text, begin);
    if (!part.is_word)
      for (const auto at : rules->places(text.substr(begin, part.end - begin)))
        result.push_back(static_cast<std::uint32_t>(begin) + at);
    if (part.end < text.size()) result.push_back(static_cast<std::uint32_t>(part.end));
    begin = part.end;
  }
  return result;
}

LineRules::LineRules() : open_(std::make_unique<Open>()) {}
LineRules::~LineRules() = default;
LineRules::LineRules(LineRules&&) noexcept = default;

}  // namespace octavo::lines
