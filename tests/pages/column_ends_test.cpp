// What is remembered of columns is what would be found anew.
#include "pages/column_ends.h"

#include <gtest/gtest.h>

#include <random>

#include "pages/page_costs.h"

namespace octavo::pages {
namespace {

constexpr PageMeasure ten_lines{100, 100, 10, 10};

bool are_alike(std::span<const ColumnEnd> left, std::span<const ColumnEnd> right) {
  return std::ranges::equal(left, right, [](const ColumnEnd& one, const ColumnEnd& other) {
    return one.next == other.next && one.cost == other.cost && one.missing == other.missing && one.is_overfull == other.is_overfull;
  });
}

TEST(column_ends, are_forgotten_where_a_paragraph_turns_out_not_to_give) {
  std::mt19937 random(7);
  const auto upto = [&](std::size_t most) { return random() % most; };
  std::size_t changed = 0;
  for (int round = 0; round < 30; ++round) {
    Section section;
    while (section.galley.size() < 120) {
      const std::size_t first = section.galley.size(), lines = 2 + upto(9);
      for (std::size_t index = 0; index < lines; ++index) {
        Strip& strip = section.galley.emplace_back();
        strip.height = 10;
        strip.begins = book::TextPlace{};
        strip.break_before = index == 0 ? cost::free : index == 1 ? cost::orphan : index + 1 == lines ? cost::widow : cost::within_paragraph;
      }
      section.elastic.push_back({{first, section.galley.size()}, static_cast<float>(upto(100)) / 100});
    }
    std::vector<StripFacts> strips;
    for (const Strip& strip : section.galley) strips.push_back(facts_of(strip));
    const std::vector<Running> running = running_over(section, strips, ten_lines.grid);
    std::vector<Trials> trials(section.elastic.size()), before_refusal;
    const ColumnSource source{section, strips, running, ten_lines, trials, section.galley.size()};
    ColumnEnds remembered(source);
    const auto compare = [&](bool counts) {
      for (std::size_t strip = 0; strip < section.galley.size(); ++strip) {
        const ColumnState begin{strip, 0, {}};
        const std::vector<ColumnEnd> anew = find_ends(source, begin, 100).ends;
        if (counts) {
          ColumnEnds before(source);
          trials.swap(before_refusal);
          changed += !are_alike(before.of(begin, 100), anew);
          trials.swap(before_refusal);
        }
        EXPECT_TRUE(are_alike(remembered.of(begin, 100), anew)) << "round " << round << " strip " << strip;
      }
    };
    compare(false);
    for (int refusal = 0; refusal < 6; ++refusal) {
      before_refusal = trials;
      const std::size_t index = upto(trials.size());
      (upto(2) == 0 ? trials[index].longer : trials[index].shorter).verdict = Trial::Verdict::impossible;
      remembered.forget(section.elastic[index]);
      compare(true);
    }
  }
  EXPECT_GT(changed, 40u) << "some of what was known was no longer so";
}

}  // namespace
}  // namespace octavo::pages
