// src/style/PROPERTIES.md says what there is, no more and no less.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "style/elements.h"
#include "style/font_faces.h"
#include "style/page.h"
#include "style/page_rules.h"
#include "style/properties.h"

namespace octavo::style {
namespace {

using Names = std::set<std::string>;

// The names in the first column of the table with this head.
Names listed(const std::string& head) {
  std::ifstream file(std::string(OCTAVO_SOURCE) + "/src/style/PROPERTIES.md");
  Names names;
  bool is_in_table = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| " + head + " |")) is_in_table = true;
    else if (!line.starts_with("|")) is_in_table = false;
    if (!is_in_table || line.starts_with("| " + head)) continue;
    const auto cell = line.substr(1, line.find(" |", 1) - 1);
    for (std::size_t at = 0; (at = cell.find('`', at)) != std::string::npos;) {
      const auto end = cell.find('`', at + 1);
      names.insert(cell.substr(at + 1, end - at - 1));
      at = end + 1;
    }
  }
  return names;
}

TEST(PropertiesPage, ListsTheTable) {
  const auto names = Properties().names();
  EXPECT_EQ(listed("property"), Names(names.begin(), names.end()));
}

TEST(PropertiesPage, ListsThoseOfAPage) {
  const auto names = page_property_names();
  EXPECT_EQ(listed("property of a page"), Names(names.begin(), names.end()));
}

TEST(PropertiesPage, ListsTheBoxesInTheMargins) {
  Names names;
  for (const auto& name : margin_box_names()) names.insert("@" + name);
  EXPECT_EQ(listed("margin box"), names);
}

TEST(PropertiesPage, ListsTheDescriptorsOfFonts) {
  const auto names = descriptor_names();
  EXPECT_EQ(listed("descriptor"), Names(names.begin(), names.end()));
}

TEST(PropertiesPage, ListsElementsAndClasses) {
  const auto elements = element_names(), classes = class_names();
  EXPECT_EQ(listed("element"), Names(elements.begin(), elements.end()));
  EXPECT_EQ(listed("class"), Names(classes.begin(), classes.end()));
}

// What the built-in sheets name is there, so that the lists of names are the books' own.
TEST(PropertiesPage, HoldsWhatOctavosOwnSheetsAskFor) {
  for (const char* sheet : {"print", "themes/handout", "themes/technical", "themes/manuscript"}) {
    std::ifstream file(std::string(OCTAVO_SOURCE) + "/styles/" + sheet + ".css");
    const std::string css{std::istreambuf_iterator<char>(file), {}};
    ASSERT_FALSE(css.empty()) << sheet;
    diagnostics::Sink sink;
    Cascade cascade;
    cascade.add(css, sink.sources.add(sheet, css), sink);
    for (const auto& one : sink.sorted())
      ADD_FAILURE() << sheet << ": " << one.message << ": " << css.substr(one.where.begin, one.where.end - one.where.begin);
  }
}

}  // namespace
}  // namespace octavo::style
