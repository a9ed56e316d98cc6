#include "style/font_faces.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/unicode.h"
#include "style/properties.h"

namespace octavo::style {
namespace {

using Tokens = std::span<const Token>;

bool is_function(const Token& token, std::string_view name) { return token.kind == Kind::function && token.text == name; }

// Up to the next comma that stands in no parentheses; `rest` then begins behind it.
Tokens up_to_comma(Tokens& rest) {
  std::size_t at = 0;
  for (int depth = 0; at < rest.size() && (depth > 0 || rest[at].kind != Kind::comma); ++at) {
    if (rest[at].kind == Kind::function || rest[at].kind == Kind::open_parenthesis) ++depth;
    if (rest[at].kind == Kind::close_parenthesis) --depth;
  }
  const Tokens part = rest.first(at);
  rest = rest.subspan(std::min(at + 1, rest.size()));
  return part;
}

// A string, or words.
std::optional<std::string> name_in(Tokens tokens) {
  if (tokens.size() == 1 && tokens[0].kind == Kind::string) return tokens[0].text;
  std::string name;
  for (const Token& token : tokens) {
    if (token.kind != Kind::identifier) return std::nullopt;
    name += (name.empty() ? "" : " ") + token.text;
  }
  return name.empty() ? std::nullopt : std::optional(name);
}

// `format("woff2") tech(variations)`: whether all of it is of fonts that octavo can read.
bool is_readable(Tokens hints) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"truetype", "opentype", "collection", "woff", "woff2", "truetype-variations", "opentype-variations", "woff-variations", "woff2-variations",
       "variations", "features-opentype"});
  for (const Token& token : hints) {
    const bool is_name = token.kind == Kind::string || token.kind == Kind::identifier;
    if (is_name && std::ranges::find(known, lower_case(token.text)) == known.end()) return false;
    if (!is_name && token.kind != Kind::close_parenthesis && token.kind != Kind::comma && !is_function(token, "format") && !is_function(token, "tech"))
      return false;
  }
  return true;
}

std::optional<FontSource> source(Tokens tokens) {
  if (tokens.empty()) return std::nullopt;
  FontSource source;
  source.is_installed = is_function(tokens[0], "local");
  std::size_t end = 1;
  if (tokens[0].kind == Kind::url) {
    source.name = tokens[0].text;
  } else if (source.is_installed || is_function(tokens[0], "url")) {
    end = static_cast<std::size_t>(std::ranges::find(tokens, Kind::close_parenthesis, &Token::kind) - tokens.begin());
    const auto name = name_in(tokens.subspan(1, end - 1));
    if (!name || end == tokens.size()) return std::nullopt;
    source.name = *name;
    ++end;
  } else {
    return std::nullopt;
  }
  source.where = {{}, tokens[0].begin, tokens[end - 1].end};
  return is_readable(tokens.subspan(end)) ? std::optional(source) : std::nullopt;
}

using Weights = std::pair<int, int>;
std::optional<Weights> weights(Values values) {
  static constexpr Word<int> names[] = {{"normal", 400}, {"bold", 700}};
  const auto one = [&]() -> std::optional<int> {
    const auto named = one_of<int>(values, names);
    const auto weight = named ? named : values.integer(1);
    return weight && *weight <= 1000 ? weight : std::nullopt;
  };
  const auto first = one();
  if (!first) return std::nullopt;
  const int second = values.done() ? *first : one().value_or(0);
  if (second == 0 || !values.done()) return std::nullopt;
  return Weights(std::min(*first, second), std::max(*first, second));
}

// A font with an axis of slant is upright for upright text whatever is said here, so the angles do not matter.
std::optional<bool> is_italic(Tokens value) {
  Values values(value);
  if (values.word("normal")) return values.done() ? std::optional(false) : std::nullopt;
  const bool is_oblique = values.word("oblique");
  if (!is_oblique && !values.word("italic")) return std::nullopt;
  const auto is_angle = [](const Token& token) {
    return (token.kind == Kind::dimension && token.text == "deg") || (token.kind == Kind::number && token.number == 0);
  };
  return std::ranges::all_of(value.subspan(1), [&](const Token& token) { return is_oblique && is_angle(token); }) ? std::optional(true)
                                                                                                                  : std::nullopt;
}

// "U+4??, U+0025-00FF": its tokens would be numbers and words as it happens, so it is read as it is written.
using Range = std::pair<char32_t, char32_t>;
std::optional<Range> range(std::string_view written) {
  constexpr char32_t last_of_all = 0x10FFFF;
  std::string text = lower_case(base::trimmed(written));
  if (!text.starts_with("u+")) return std::nullopt;
  text.erase(0, 2);
  const auto read = [](std::string_view digits) -> std::optional<char32_t> {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool is_whole = error == std::errc() && end == digits.data() + digits.size() && digits.size() <= 6;
    return is_whole ? std::optional<char32_t>(value) : std::nullopt;
  };
  std::string first = text, last = text;
  if (const auto dash = text.find('-'); dash != text.npos) {
    first.resize(dash);
    last.erase(0, dash + 1);
  } else if (const auto any = text.find('?'); any != text.npos && text.find_first_not_of('?', any) == text.npos) {
    std::ranges::replace(first, '?', '0');
    std::ranges::replace(last, '?', 'f');
  }
  const auto from = read(first), to = read(last);
  if (!from || !to || *from > *to || *to > last_of_all) return std::nullopt;
  return Range(*from, *to);
}

std::optional<std::vector<Range>> ranges(std::string_view written) {
  std::vector<Range> all;
  for (std::size_t at = 0; at <= written.size();) {
    const std::size_t end = std::min(written.find(',', at), written.size());
    const auto one = range(written.substr(at, end - at));
    if (!one) return std::nullopt;
    all.push_back(*one);
    at = end + 1;
  }
  return all;
}

std::string without_comments(std::string_view css) {
  std::string rest;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t comment = std::min(css.find("/*", at), css.size());
    rest += css.substr(at, comment - at);
    const std::size_t close = css.find("*/", comment + 2);
    at = close == css.npos ? css.size() : close + 2;
  }
  return rest;
}

class Reader {
 public:
  Reader(std::string_view css, const Notes& notes) : css_(css), notes_(notes) {}

  void read(const Declaration& declaration) {
    const std::string& name = declaration.name;
    const Tokens value = declaration.value;
    if (name == "font-display") return;  // nobody waits for a font of a book
    const bool is_auto = value.size() == 1 && same_word(value[0].text, "auto");
    if (name == "font-family") {
      keep(name_in(value), face_.family, declaration);
    } else if (name == "src") {
      keep(sources(value), face_.sources, declaration);
    } else if (name == "font-weight") {
      if (!is_auto) keep(weights(Values(value)), face_.weights, declaration);
    } else if (name == "font-style") {
      if (!is_auto) keep(is_italic(value), face_.is_italic, declaration);
    } else if (name == "unicode-range") {
      const std::string written = without_comments(css_.substr(declaration.begin, declaration.end - declaration.begin));
      keep(ranges(std::string_view(written).substr(written.find(':') + 1)), face_.characters, declaration);
    } else if (notes_.is_for_print_alone()) {
      notes_.add(declaration.begin, declaration.end, with_nearest("print does not know \"" + name + "\" of @font-face", name, descriptor_names()));
    }
  }
  FontFace take() { return std::move(face_); }

 private:
  static std::optional<std::vector<FontSource>> sources(Tokens value) {
    std::vector<FontSource> all;
    while (!value.empty())
      if (auto one = source(up_to_comma(value))) all.push_back(std::move(*one));
    return all.empty() ? std::nullopt : std::optional(std::move(all));
  }

  template <class Value, class Kept>
  void keep(std::optional<Value> value, Kept& kept, const Declaration& declaration) {
    if (value) kept = std::move(*value);
    else notes_.add(declaration.begin, declaration.end, "print can use no such \"" + declaration.name + "\" of @font-face");
  }

  std::string_view css_;
  const Notes& notes_;
  FontFace face_;
};

}  // namespace

std::vector<std::string> descriptor_names() { return {"font-family", "src", "font-weight", "font-style", "unicode-range", "font-display"}; }

std::optional<FontFace> font_face(const Declarations& declarations, std::string_view css, std::uint32_t begin, std::uint32_t end,
                                  const Notes& notes) {
  Reader reader(css, notes);
  for (const Declaration& declaration : declarations) reader.read(declaration);
  FontFace face = reader.take();
  if (!face.family.empty() && !face.sources.empty()) return face;
  const auto is_there = [&](std::string_view name) { return std::ranges::find(declarations, name, &Declaration::name) != declarations.end(); };
  if (!is_there("font-family") || !is_there("src")) notes.add(begin, end, "this @font-face has no \"font-family\" or no \"src\", so it is skipped");
  return std::nullopt;
}

}  // namespace octavo::style
