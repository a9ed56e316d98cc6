#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Outline : testing::Test {
  Press press;

  void SetUp() override {
    press.add_page("1");
    press.set("text", {60, 100});
  }
  void add(int level, std::string title) {
    press.pages.outline.push_back({level, std::move(title), press.add_place(0, {60, 100})});
  }
  // Titles with their depth, as another reader sees them.
  std::string shown() { return run("mutool show @ outline 2>/dev/null | cut -d'#' -f1", press.write()); }
};

TEST_F(Outline, IsNestedByLevel) {
  NEEDS("mutool");
  add(0, "Part One");
  add(1, "Chapter – 1");
  add(2, "Section");
  add(1, "Chapter 2");
  add(0, "Part Two");
  EXPECT_EQ(shown(),
            "-\t\"Part One\"\t\n"
            "+\t\t\"Chapter – 1\"\t\n"
            "|\t\t\t\"Section\"\t\n"
            "|\t\t\"Chapter 2\"\t\n"
            "|\t\"Part Two\"\t\n");
}

TEST_F(Outline, ALevelMayBeSkipped) {
  NEEDS("mutool");
  add(2, "Deep");
  add(1, "Chapter");
  add(4, "Deeper");
  add(2, "Section");
  EXPECT_EQ(shown(),
            "|\t\"Deep\"\t\n"
            "+\t\"Chapter\"\t\n"
            "|\t\t\"Deeper\"\t\n"
            "|\t\t\"Section\"\t\n");
}

TEST_F(Outline, OfOneChapterShowsItsSections) {
  NEEDS("mutool");
  add(1, "Only chapter");
  add(2, "Section");
  add(3, "Deeper");
  EXPECT_EQ(shown(),
            "-\t\"Only chapter\"\t\n"
            "+\t\t\"Section\"\t\n"
            "|\t\t\t\"Deeper\"\t\n");
}

TEST_F(Outline, EntriesThatLeadNowhereAreLeftOut) {
  NEEDS("qpdf");
  press.pages.outline.push_back({1, "Nowhere", book::AnchorId()});
  const std::string pdf = press.write();
  EXPECT_THAT(source_of(pdf), Not(HasSubstr("/Outlines")));
  EXPECT_EQ(complaints(pdf), "");
}

}  // namespace
}  // namespace octavo::pdf
