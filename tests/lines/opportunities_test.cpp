#include "lines/opportunities.h"

#include <gtest/gtest.h>

#include "workshop.h"

namespace octavo::lines {
namespace {

// The text with a sign at every opportunity, "=" where a hyphen is added, "·" where only code may be broken.
std::string shown(const Collected& collected, const std::vector<OpportunityPlace>& places) {
  std::string result;
  std::size_t at = 0;
  for (const auto& place : places) {
    result += collected.text.substr(at, place.at - at);
    at = place.at;
    switch (place.kind) {
      case Opportunity::soft_hyphen:
      case Opportunity::hyphenation:
        result += "=";
        break;
      case Opportunity::hump:
      case Opportunity::anywhere:
        result += "·";
        break;
      default:
        result += "|";
    }
  }
  return result + collected.text.substr(at);
}

std::string shown(const Paragraph& paragraph) {
  const auto collected = collect(paragraph);
  return shown(collected, opportunities(collected, paragraph, workshop().rules));
}

std::string hyphenated(const Paragraph& paragraph) {
  const auto collected = collect(paragraph);
  return shown(collected, with_hyphenation(opportunities(collected, paragraph, workshop().rules), collected, paragraph,
                                           workshop().hyphenation));
}

TEST(Opportunities, FollowUnicode) {
  const std::pair<std::string, std::string> cases[] = {
      {"one two", "one |two"},
      {"well-read men—and notes", "well-|read |men|—|and |notes"},
      {"either/or", "either/|or"},
      {"one\xC2\xA0two\xE2\x80\xAFthree", "one\xC2\xA0two\xE2\x80\xAFthree"},
      {"a\xE2\x80\x8B"
       "b",
       "a\xE2\x80\x8B|b"},
      {"pot\xC2\xADter", "pot=ter"},
      {"漢字。かな", "漢|字。|か|な"},
      {"(see 1,024.5 %)", "(see |1,024.5 |%)"},
  };
  for (const auto& [source, places] : cases) EXPECT_EQ(shown(workshop().text(source)), places);
}

TEST(Opportunities, CodeMayBreakBetweenAnyTwoCharactersButNotInsideOne) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"see "}, Words{"a::b e\xCC\x81.x", 2}};
  EXPECT_EQ(shown(paragraph), "see |a·:·:|b |e\xCC\x81·.|x");
}

TEST(Opportunities, WhatCodeBeginsWithIsNotPartedFromIt) {
  EXPECT_EQ(shown(workshop().code("--no-wrap ../src")), "-·-·n·o·-|w·r·a·p .·.·/·s·r·c");
}

TEST(Opportunities, ANoteCallStaysWithItsWord) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"what!"}, Mark{1}, Words{"1", 0, 0, false}, Words{" —"}, Mark{2}, Words{"then"}};
  EXPECT_EQ(shown(paragraph), "what!1 |—|then");
}

TEST(Opportunities, WordsAreHyphenatedWhereTheDictionarySays) {
  const std::pair<std::string, std::string> cases[] = {
      {"hyphenation", "hy=phen=ation"},
      {"“Hyphenation,”", "“Hy=phen=ation,”"},
      {"note", "note"},                          // too short
      {"hyphenation.org", "hyphenation.org"},    // a name
      {"hyphenation_test", "hyphenation_test"},  // a name
      {"hyphen\u00ADation", "hyphen=ation"},     // the author knew better
      {"hyphena\u0323tion", "hy=phena\u0323=tion"},  // a mark is part of its word
  };
  for (const auto& [source, places] : cases) EXPECT_EQ(hyphenated(workshop().text(source)), places);
}

TEST(Opportunities, AWordOfTwoStylesIsHyphenatedAsOneIfBothAllowIt) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"hyphe"}, Words{"nation", 1}};
  EXPECT_EQ(hyphenated(paragraph), "hy=phen=ation");
  paragraph.styles[1].hyphenate = false;
  EXPECT_EQ(hyphenated(paragraph), "hyphenation");
}

TEST(Opportunities, BadBytesAreBytes) {
  const std::string cases[] = {"\xFF\xFE a\xC3", "a\xE2\x80", "\xED\xA0\x80 b", std::string("a\0b c", 5)};
  for (const auto& source : cases) {
    const auto places = shown(workshop().text(source));
    EXPECT_EQ(std::ranges::count(places, '|'), std::ranges::count(source, ' ')) << places;
  }
}

}  // namespace
}  // namespace octavo::lines
