// Sheets of any tokens at all: nothing is thrown, nothing runs without end, and what comes out are numbers.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "style/elements.h"
#include "style/properties.h"

#include "sheet.h"

namespace octavo::style {
namespace {

class Shuffler {
 public:
  explicit Shuffler(unsigned seed) : random_(seed) {
    for (const auto& name : Properties().names()) words_.push_back(name + ":");
    for (const auto name : element_names()) words_.emplace_back(name);
    for (const char* word :
         {"{", "}", "(", ")", "[", "]", ";", ";", ",", ":", "::", ".", "#", "*", ">", "+", "~", "/", "!important", "@page", "@media", "@top-left", "@top-center",
          "@bottom-right", "calc(", "var(--a)", "--a:", "counter(", "counters(", "string(", "content()", "attr(", "nth-child(", ":not(", ":is(", ":where(", ":lang(",
          "2n+1", "-n", "odd", "none", "auto", "inherit", "1", "-1", "99999999999", "50%", "1em", "-3pt", "1e30mm", "\"x\"", "\"\\A\"", "'", "\"", "red", "#fff", "url(x",
          "rgb(1,2,3)", "print", "(paper: a4)", "\\", "\xFF", "\n", " "})
      words_.emplace_back(word);
  }
  std::string sheet() {
    std::string css;
    for (int count = number(120); count > 0; --count) css += words_[static_cast<std::size_t>(number(static_cast<int>(words_.size())))] + (number(3) ? " " : "");
    return css;
  }
  // One that is nearly right, with a piece of it gone or doubled.
  std::string broken(std::string css) {
    for (int times = 1 + number(6); times > 0 && !css.empty(); --times) {
      const auto at = static_cast<std::size_t>(number(static_cast<int>(css.size())));
      const auto length = static_cast<std::size_t>(number(40));
      if (number(2)) css.erase(at, length);
      else css.insert(at, words_[static_cast<std::size_t>(number(static_cast<int>(words_.size())))]);
    }
    return css;
  }

 private:
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::mt19937 random_;
  std::vector<std::string> words_;
};

void expect_numbers(const std::string& css) {
  const Document document;
  diagnostics::Sink sink;
  Cascade cascade;
  cascade.add(css, sink.sources.add("any.css", css), sink);
  for (const auto* element : {&document.title, &document.first, &document.last}) {
    const auto style = styled(cascade, *element);
    for (const float value : {style.font_size, style.line_height, style.margin.left, style.padding.top, style.border.bottom, style.text_indent, style.rise})
      ASSERT_TRUE(std::isfinite(value)) << css;
    ASSERT_GT(style.font_size, 0) << css;
  }
  for (const auto side : {Side::left, Side::right}) {
    const auto page = cascade.page("", side, true, side == Side::left);
    ASSERT_GT(page.width - page.margin.left - page.margin.right, 0) << css;
    cascade.margin_boxes("", side, false, true);
  }
  for (const auto& one : sink.sorted()) ASSERT_LE(one.where.end, css.size()) << css;
}

TEST(AnySheet, OfWordsInAnyOrderIsRead) {
  Shuffler shuffler(17);
  for (int times = 0; times < 600; ++times) expect_numbers(shuffler.sheet());
}

TEST(AnySheet, ThatWasRightOnceIsRead) {
  std::ifstream file(std::string(OCTAVO_SOURCE) + "/styles/themes/technical.css");
  const std::string css{std::istreambuf_iterator<char>(file), {}};
  Shuffler shuffler(18);
  for (int times = 0; times < 60; ++times) expect_numbers(shuffler.broken(css));
}

}  // namespace
}  // namespace octavo::style
