// The law of the house: a room includes only rooms above it, and of another room only its door.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// The table of the design: what each room may include besides itself.
const std::map<std::string, Names> may_include = {
    {"base", {}},
    {"diagnostics", {"base"}},
    {"book", {"base"}},
    {"report", {"base", "diagnostics"}},
    {"config", {"base", "diagnostics", "book"}},
    {"vault", {"base", "diagnostics", "config"}},
    {"pictures", {"base", "diagnostics"}},
    {"markdown", {"base", "diagnostics", "book", "config", "vault"}},
    {"resolve", {"base", "diagnostics", "book", "config", "vault", "pictures"}},
    {"highlight", {"base", "book"}},
    {"style", {"base", "diagnostics"}},
    {"glyphs", {"base", "diagnostics"}},
    {"lines", {"base", "book", "style", "glyphs"}},
    {"pages", {"base", "diagnostics", "book", "style", "glyphs", "lines", "pictures"}},
    {"sheets", {"base", "book", "glyphs", "pages", "pictures"}},
    {"pdf", {"base", "diagnostics", "book", "glyphs", "pages", "sheets", "pictures"}},
    {"epub", {"base", "diagnostics", "book", "glyphs", "pictures"}},
    {"command",
     {"base", "diagnostics", "book", "report", "config", "vault", "pictures", "markdown", "resolve", "highlight",
      "style", "glyphs", "lines", "pages", "sheets", "pdf", "epub"}},
};

// Headers of libraries that only the files named here may include.
const std::map<std::string, Names> only_in = {
    {"cmark-gfm", {"markdown/", "config/summary.cpp"}},
    {"zip.h", {"epub/zip.cpp"}},
    {"hpdf", {"pdf/haru.cpp", "pdf/objects.cpp", "pdf/haru.h", "pdf/objects.h"}},
    {"hb", {"glyphs/"}},
    {"ft2build.h", {"glyphs/brush.cpp", "glyphs/woff.cpp"}},
    {"woff2/", {"glyphs/woff.cpp"}},
    {"gumbo.h", {"markdown/html_elements.cpp", "markdown/html_tree.cpp"}},
    {"png.h", {"pictures/"}},
    {"zlib.h", {"pictures/palette_png.cpp"}},
    {"jpeglib.h", {"pictures/"}},
    {"lcms2.h", {"pictures/profiles.cpp", "pdf/color_profile.cpp"}},
    {"webp/", {"pictures/"}},
    {"gif_lib.h", {"pictures/"}},
    {"librsvg/", {"pictures/rsvg.cpp"}},
    {"cairo", {"pictures/rsvg.cpp"}},
    {"qpdf/", {"pictures/form.cpp", "pictures/form_grey.cpp"}},
    {"KSyntaxHighlighting/", {"highlight/kate.cpp"}},
    {"Q", {"highlight/kate.cpp"}},
    {"libxml/", {"pictures/svg_tree.h"}},
    {"toml++/", {"config/toml.cpp"}},
    {"nlohmann/", {"base/json.cpp"}},
    {"yaml.h", {"config/front_matter.cpp"}},
    {"CLI/", {"command/options.cpp"}},
    {"fontconfig/", {"glyphs/font_set.cpp"}},
    {"libdeflate.h", {"base/"}},
    {"dlfcn.h", {"base/module.cpp"}},
    {"unicode/", {"base/", "lines/line_rules.cpp", "lines/opportunities.cpp", "glyphs/", "report/"}},
};

struct Include {
  std::string file, target;
  bool quoted;
};

std::vector<Include> includes() {
  std::vector<Include> found;
  const fs::path source = fs::path(OCTAVO_SOURCE) / "src";
  const std::regex pattern(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    std::ifstream stream(entry.path());
    std::smatch match;
    for (std::string line; std::getline(stream, line);)
      if (std::regex_search(line, match, pattern))
        found.push_back({fs::relative(entry.path(), source).generic_string(), match[2], match[1] == "\""});
  }
  return found;
}

std::string room_of(const std::string& path) { return path.substr(0, path.find('/')); }

TEST(law, a_room_includes_only_rooms_above_it) {
  for (const auto& [file, target, quoted] : includes()) {
    if (!quoted || file == "main.cpp") continue;
    if (target == "styles.h") {
      EXPECT_EQ(room_of(file), "command") << file << " includes the compiled-in style sheets";
      continue;
    }
    const std::string room = room_of(file), other = room_of(target);
    ASSERT_TRUE(may_include.count(room)) << "a room the design does not know: " << room;
    if (room == other) continue;
    EXPECT_TRUE(may_include.at(room).count(other)) << file << " includes " << target;
  }
}

TEST(law, of_another_room_only_the_door_is_included) {
  for (const auto& [file, target, quoted] : includes()) {
    const std::string room = room_of(file), other = room_of(target);
    if (!quoted || file == "main.cpp" || room == other || other == "base" || target == "styles.h") continue;
    const bool is_door = target == other + "/" + other + ".h" || target == "pages/page.h";
    EXPECT_TRUE(is_door) << file << " goes into " << other << " by the window: " << target;
  }
}

TEST(law, each_library_stays_in_its_files) {
  for (const auto& [file, target, quoted] : includes()) {
    if (quoted) continue;
    for (const auto& [header, homes] : only_in) {
      if (!target.starts_with(header)) continue;
      bool at_home = false;
      for (const std::string& home : homes) at_home = at_home || file.starts_with(home);
      EXPECT_TRUE(at_home) << file << " includes <" << target << ">";
    }
  }
}

TEST(law, every_room_has_a_door) {
  for (const auto& [room, rooms] : may_include)
    EXPECT_TRUE(fs::exists(fs::path(OCTAVO_SOURCE) / "src" / room / (room + ".h")) || room == "base") << room;
}

}  // namespace
