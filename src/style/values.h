#pragma once
// The values of declarations: words, numbers, lengths with calc(), colours (CSS Values 4, CSS Color 4).
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "style/tokens.h"

namespace octavo::style {

// What relative lengths are relative to, in points.
struct Measures {
  float em = 10, rem = 10, line = 12, whole = 0;  // whole: 100 %
};

// A sum of lengths in different units, each an amount of that unit; what calc() comes to.
struct Length {
  double points = 0, em = 0, rem = 0, line = 0, percent = 0;

  bool is_negative() const;  // whatever it will be measured by
  // Never beyond what a sheet of paper could want, whatever the sum.
  float in(const Measures& measures) const;
};

// A colour with its opacity on white paper taken in.
struct Paint {
  base::Color color{};
  bool is_current = false;      // currentcolor
  bool is_transparent = false;  // nothing of it would show
};

enum class Percent { no, yes };
enum class Sign { any, not_negative };

// Reads a value from left to right. Every function that finds what it looks for steps over it, else it stays
// where it is.
class Values {
 public:
  explicit Values(std::span<const Token> tokens) : tokens_(tokens) {}

  bool done() const { return at_ == tokens_.size(); }
  bool word(std::string_view lower_case_word);
  bool slash();
  bool comma();
  bool function(std::string_view name);  // with its parenthesis
  bool close();
  std::optional<std::string> identifier();
  std::optional<std::string> string();
  std::optional<double> number();
  std::optional<int> integer(int least);
  std::optional<int> whole_number();  // negative too
  std::optional<Length> length(Sign sign = Sign::any, Percent percent = Percent::no);
  std::optional<Paint> paint();

 private:
  struct Amount;
  const Token* next() const { return done() ? nullptr : &tokens_[at_]; }
  bool take(Kind kind);
  bool take_delimiter(char c);
  std::optional<Amount> sum(int depth);
  std::optional<Amount> product(int depth);
  std::optional<Amount> operand(int depth);
  std::optional<Paint> rgb();

  std::span<const Token> tokens_;
  std::size_t at_ = 0;
};

// The colour of a CSS name in lower case, as 0xRRGGBB.
std::optional<std::uint32_t> named_color(std::string_view name);

}  // namespace octavo::style
