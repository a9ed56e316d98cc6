// Which files there are, and that every link between them leads somewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "epub/made.h"
#include "pictures/pictures.h"

namespace octavo::epub {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;

constexpr const char* square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

// Every href and src with a fragment or a file of the publication, that does not exist.
std::vector<std::string> dead_links(const Made& book) {
  std::map<std::string, std::set<std::string>> ids;
  const std::regex id_pattern("\\sid=\"([^\"]*)\""), link_pattern("(?:href|src)=\"([^\"]*)\"");
  std::vector<std::string> dead;
  for (const auto& [path, bytes] : book.files)
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), id_pattern), end; at != end; ++at)
      if (!ids[path].insert((*at)[1]).second) dead.push_back(path + " has twice the id " + (*at)[1].str());
  for (const auto& [path, bytes] : book.files) {
    if (!path.starts_with("EPUB/")) continue;
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), link_pattern), end; at != end; ++at) {
      const std::string link = (*at)[1];
      if (link.find(':') != std::string::npos) continue;
      const std::size_t hash = link.find('#');
      const std::string file = hash == 0 ? path : "EPUB/" + link.substr(0, hash);
      if (!book.files.contains(file) || (hash != std::string::npos && !ids[file].contains(link.substr(hash + 1))))
        dead.push_back(path + " -> " + link);
    }
  }
  return dead;
}

TEST(Files, HaveNoDeadLink) {
  const auto book = made({{"One.md", "# One\n\n[[Two#There]], ![[Two#^b]], [[Nobody]], [[Ada]][^1] ![s](s.svg)\n\n## Key Players\n\n- [[Ada]]: first\n\n[^1]: See [[Two]].\n"},
                          {"Part/Two.md", "# Two\n\n## There\n\nA block. ^b\n\nBack to [[One]] and [[Ada]].\n\n## Title\n\n## Contents\n"},
                          {"Part/Index.md", "# Index\n\n[[Nav]]\n"},
                          {"Part/Nav.md", "# Nav\n\n[[Index]]\n"},
                          {"s.svg", square}});
  EXPECT_THAT(dead_links(book), testing::IsEmpty());
}

TEST(Files, HaveNoDeadLinkWhereTitlesHoldLinksAndNotes) {
  const auto book = made({{"a.md", "# [[Nobody]] and [[Ada]][^1]\n\n***\n\n^brk\n\nTo [[#^brk]].\n\n## Key Players\n\n- [[Ada]]: first\n\n[^1]: Note.\n"}});
  EXPECT_THAT(dead_links(book), testing::IsEmpty());
}

TEST(Files, OfPartsMeetNoChapters) {
  const auto book = made({{"x/a.md", "# Part One\n"}, {"y/b.md", "# Chapter Part One\n"}, {"y/c.md", "# Part-1\n\n## z {#Title}\n"}});
  EXPECT_THAT(dead_links(book), testing::IsEmpty());
}

TEST(Files, OfBackMatterAreThereOnlyIfItIsNotEmpty) {
  const auto book = made({{"a.md", "# A\n"}});
  EXPECT_THAT(book.files, Not(Contains(Key("EPUB/key-players.xhtml"))));
  EXPECT_THAT(book.files, Not(Contains(Key("EPUB/index.xhtml"))));
  EXPECT_THAT(book.files, Contains(Key("EPUB/cover.png")));
}

TEST(Files, HoldTheCoverThatWasNamed) {
  const auto book = made({{"a.md", "# A\n"}, {"book.toml", "cover = \"c.svg\"\n"}, {"c.svg", square}});
  // Shops and shelves show no drawings.
  EXPECT_THAT(book.files, Not(Contains(Key("EPUB/cover.svg"))));
  const auto facts = pictures::facts(book["cover.png"]);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->width, 1600);
}

TEST(Files, HoldNoDamagedCoverOrPicture) {
  const std::string whole = pictures::encoded_png({2, 2, true, "abcd", {}}), cut = whole.substr(0, whole.size() - 26);
  const auto book = made({{"a.md", "# A\n\n![words](p.png)\n"}, {"book.toml", "cover = \"p.png\"\n"}, {"p.png", cut}});
  EXPECT_THAT(book.source.findings(), testing::ElementsAre("image/unreadable", "a.md:3:1 image/unreadable"));
  EXPECT_EQ(pictures::facts(book["cover.png"])->width, 1600) << "drawn from the title";
  EXPECT_THAT(book.files, Not(Contains(Key("EPUB/images/1.png"))));
  EXPECT_THAT(book["a.xhtml"], testing::HasSubstr("words"));
}

}  // namespace
}  // namespace octavo::epub
