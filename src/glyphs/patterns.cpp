#include "glyphs/patterns.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/failure.h"
#include "base/utf8.h"

namespace octavo::glyphs {
namespace {

constexpr char32_t word_end = U'.';
constexpr std::size_t fewest_letters = 2;  // on a line; some dictionaries, made for other uses too, ask for one

std::string in_utf8(std::string_view bytes, std::string_view charset, const std::string& path) {
  constexpr std::string_view microsoft = "microsoft-";  // "microsoft-cp1251" is ICU's "cp1251"
  if (charset.starts_with(microsoft)) charset.remove_prefix(microsoft.size());
  const std::string name(charset);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &error),
                                                                     ucnv_close);
  std::string text(bytes.size() * 3, '\0');  // a byte of an eight-bit set is at most three in UTF-8
  std::int32_t length = 0;
  if (U_SUCCESS(error))
    length =
        ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                           bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error))
    throw base::Failure("the hyphenation dictionary \"" + path + "\" is in the character set \"" + name +
                        "\", which cannot be read");
  text.resize(static_cast<std::size_t>(length));
  return text;
}

// Takes the text up to the end of the line off the front.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Patterns::Patterns(std::string_view bytes, const std::string& path) {
  const std::string_view charset = next_line(bytes);
  std::string converted;
  if (charset != "UTF-8") bytes = converted = in_utf8(bytes, charset, path);
  PatternTrieBuilder builder;
  std::u32string pattern;
  while (!bytes.empty()) {
    const std::string_view line = next_line(bytes);
    if (line.empty() || line.front() == '%' || line.front() == '#' || is_setting(line)) continue;
    if (line.starts_with("NEXTLEVEL")) {
      compounds_ = builder.built();
      has_compounds_ = true;
      builder = {};
      continue;
    }
    pattern.clear();
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    for (std::size_t at = 0; at < end;) {
      const auto [c, length] = base::decode(line, at);
      pattern += c;
      at += length;
    }
    builder.add(pattern);
  }
  syllables_ = builder.built();
  left_ = std::max(left_, fewest_letters);
  right_ = std::max(right_, fewest_letters);
}

bool Patterns::is_setting(std::string_view line) {
  const auto sets = [&](std::string_view name, std::size_t& number) {
    if (!line.starts_with(name)) return false;
    line.remove_prefix(std::min(line.find_first_of("0123456789"), line.size()));
    std::from_chars(line.data(), line.data() + line.size(), number);
    return true;
  };
  return sets("LEFTHYPHENMIN", left_) || sets("RIGHTHYPHENMIN", right_) ||
         sets("COMPOUNDLEFTHYPHENMIN", compound_left_) || sets("COMPOUNDRIGHTHYPHENMIN", compound_right_) ||
         line.starts_with("NOHYPHEN");  // about characters that are no letters
}

std::vector<std::uint32_t> Patterns::odd_places(const PatternTrie& trie, std::u32string_view letters) const {
  std::u32string delimited;
  delimited.reserve(letters.size() + 2);
  (delimited += word_end).append(letters) += word_end;
  std::vector<std::uint8_t> levels(delimited.size() + 1);
  trie.raise(delimited, levels);
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 1; place < letters.size(); ++place)
    if (levels[place + 1] % 2 == 1) places.push_back(place);
  return places;
}

std::vector<std::uint32_t> Patterns::points(std::u32string_view letters) const {
  struct Part {
    std::size_t begin, end;
  };
  std::vector<std::uint32_t> points;
  // Compounds are parted until no part is one; only then are the parts divided.
  std::vector<Part> parts{{0, letters.size()}};
  while (!parts.empty()) {
    const Part part = parts.back();
    parts.pop_back();
    const std::u32string_view inside = letters.substr(part.begin, part.end - part.begin);
    const auto add_point = [&](std::uint32_t place) {
      const bool is_near_seam = (part.begin > 0 && place < compound_left_) ||
                                (part.end < letters.size() && inside.size() - place < compound_right_);
      if (!is_near_seam) points.push_back(static_cast<std::uint32_t>(part.begin) + place);
    };
    const auto seams = has_compounds_ ? odd_places(compounds_, inside) : std::vector<std::uint32_t>{};
    std::ranges::for_each(seams.empty() ? odd_places(syllables_, inside) : seams, add_point);
    if (seams.empty()) continue;
    std::size_t begin = part.begin;
    for (const std::uint32_t seam : seams) {
      parts.push_back({begin, part.begin + seam});
      begin = part.begin + seam;
    }
    parts.push_back({begin, part.end});
  }
  std::erase_if(points,
                [&](std::uint32_t place) { return place < left_ || letters.size() - place < right_; });
  std::ranges::sort(points);
  return points;
}

}  // namespace octavo::glyphs
