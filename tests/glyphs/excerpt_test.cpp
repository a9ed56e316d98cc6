// Excerpts are read again by HarfBuzz, and by FreeType through fontconfig, which are not told what was in them.
#include "glyphs/excerpt.h"

#include <fontconfig/fontconfig.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/failure.h"
#include "base/utf8.h"
#include "glyphs/table.h"

namespace octavo::glyphs {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::u32string_view latin =
    U" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    U"\u00A0äöüßÄÖÜéèêàçñøåæœ–—‘’‚“”„…«»";

Excerpt excerpt(Fonts& fonts, const Request& request, std::u32string_view characters = latin) {
  return fonts.excerpt(fonts.first_face(fonts.request(request)), characters, request.features);
}

struct Reopened {
  HbFace face;
  HbFont font;
  explicit Reopened(const std::string& bytes) {
    const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE,
                                     nullptr, nullptr));
    face.reset(hb_face_create(blob.get(), 0));
    font.reset(hb_font_create(face.get()));
  }
  std::u32string characters() const {
    std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>> all(hb_set_create());
    hb_face_collect_unicodes(face.get(), all.get());
    std::u32string result;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(all.get(), &c);) result += c;
    return result;
  }
  std::vector<std::uint32_t> shaped(std::string_view text, const std::vector<const char*>& features,
                                    const char* language = "en") const {
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_language(buffer.get(), hb_language_from_string(language, -1));
    std::vector<hb_feature_t> wanted(features.size());
    for (std::size_t at = 0; at < features.size(); ++at) hb_feature_from_string(features[at], -1, &wanted[at]);
    hb_shape(font.get(), buffer.get(), wanted.data(), static_cast<unsigned>(wanted.size()));
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    std::vector<std::uint32_t> ids;
    for (unsigned at = 0; at < count; ++at) ids.push_back(glyphs[at].codepoint);
    return ids;
  }
  int width(std::string_view text, const std::vector<const char*>& features) const {
    int sum = 0;
    for (const std::uint32_t id : shaped(text, features)) sum += hb_font_get_glyph_h_advance(font.get(), id);
    return sum;
  }
};

// A file of the test's own, gone with it.
class OwnFile {
 public:
  explicit OwnFile(std::string_view bytes) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~OwnFile() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = testing::TempDir() + "excerpt_" + std::to_string(getpid()) + ".font";
};

// What fontconfig says of a font file, "%{family}" and the like.
std::string said_of(const std::string& bytes, const char* format) {
  const OwnFile file(bytes);
  int faces = 0;
  FcPattern* pattern = FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(file.path().c_str()), 0, nullptr, &faces);
  if (!pattern) return "no font";
  FcChar8* words = FcPatternFormat(pattern, reinterpret_cast<const FcChar8*>(format));
  std::string result = reinterpret_cast<const char*>(words);
  FcStrFree(words);
  FcPatternDestroy(pattern);
  return result;
}

// The file of a family with some bytes of a table put in others' place, or with a table it has not.
std::string changed(const char (&tag)[5], std::size_t at, std::string_view bytes) {
  Fonts fonts;
  const Face whole(fonts.face(fonts.first_face(fonts.request({.families = {"Vollkorn"}}))).path, 0);
  const HbFace made(hb_face_builder_create());
  const auto add = [&](hb_tag_t name, std::string_view table) {
    const HbBlob blob(hb_blob_create(table.data(), static_cast<unsigned>(table.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    hb_face_builder_add_table(made.get(), name, blob.get());
  };
  const auto bytes_of = [](hb_blob_t* blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    return std::string(data ? data : "", length);
  };
  hb_tag_t tags[64];
  unsigned count = 64;
  hb_face_get_table_tags(whole.face(), 0, &count, tags);
  for (unsigned each = 0; each < count; ++each)
    add(tags[each], bytes_of(HbBlob(hb_face_reference_table(whole.face(), tags[each])).get()));
  const hb_tag_t name = hb_tag_from_string(tag, 4);
  std::string table = bytes_of(HbBlob(hb_face_reference_table(whole.face(), name)).get());
  table.resize(std::max(table.size(), at + bytes.size()));
  table.replace(at, bytes.size(), bytes);
  add(name, table);
  return bytes_of(HbBlob(hb_face_reference_blob(made.get())).get());
}

Excerpt excerpt_of_file(const std::string& bytes) {
  const OwnFile file(bytes);
  return excerpt_of(Face(file.path(), 0), latin, {});
}

TEST(Excerpt, HasTheCharactersAskedForAndNoOthers) {
  Fonts fonts;
  for (const bool italic : {false, true})
    for (const int weight : {400, 600, 700}) {
      const Excerpt cut = excerpt(fonts, {.families = {"Vollkorn"}, .weight = weight, .italic = italic});
      EXPECT_THAT(cut.refusal, IsEmpty());
      std::u32string sorted(latin);
      std::ranges::sort(sorted);
      const Reopened again(cut.bytes);
      EXPECT_EQ(again.characters(), sorted);
      for (const std::uint32_t id : again.shaped(base::encoded(latin), {})) EXPECT_NE(id, 0u);
      EXPECT_LT(cut.bytes.size(), 60'000u) << weight;
      EXPECT_EQ(cut.family, "Vollkorn");
      EXPECT_EQ(cut.weight, weight);
      EXPECT_EQ(cut.is_italic, italic);
    }
}

TEST(Excerpt, LeavesOutWhatTheFaceLacks) {
  Fonts fonts;
  const Excerpt cut = excerpt(fonts, {.families = {"Vollkorn"}}, U"a東京");
  EXPECT_EQ(Reopened(cut.bytes).characters(), U"a");
}

TEST(Excerpt, KeepsWhatAStyleSheetMayAskFor) {
  Fonts fonts;
  const Reopened again(excerpt(fonts, {.families = {"Vollkorn"}}).bytes);
  EXPECT_NE(again.shaped("hello 123", {"smcp", "onum"}), again.shaped("hello 123", {}));
  EXPECT_NE(again.shaped("hello", {"smcp"}), again.shaped("hello", {}));
  EXPECT_NE(again.shaped("é", {"smcp"}), again.shaped("é", {}));
  EXPECT_NE(again.shaped("HELLO", {"c2sc"}), again.shaped("HELLO", {}));
  EXPECT_NE(again.shaped("123", {"onum"}), again.shaped("123", {"lnum"}));
  EXPECT_EQ(again.width("111", {"tnum", "lnum"}), again.width("888", {"tnum", "lnum"}));
  EXPECT_LT(again.shaped("ffi", {}).size(), 3u) << "ligatures";
  EXPECT_NE(again.shaped("fi", {}, "tr"), again.shaped("fi", {}, "en")) << "where a language keeps its dots";
  EXPECT_TRUE(Table(again.face.get(), "GPOS").is_there()) << "kerning";
}

TEST(Excerpt, ShapesAsTheWholeFontDoes) {
  Fonts fonts;
  const Excerpt cut = excerpt(fonts, {.families = {"Vollkorn"}});
  const Reopened again(cut.bytes);
  const FontId font = fonts.request({.families = {"Vollkorn"}});
  for (const std::string_view text : {"AVATAR", "office", "Tomorrow, To. fjord"}) {
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(again.font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    float width = 0;
    for (unsigned at = 0; at < count; ++at) width += static_cast<float>(positions[at].x_advance) / 1000.0f;
    EXPECT_NEAR(width, fonts.shape(font, text, "en").width, 0.001f) << text;
  }
}

TEST(Excerpt, OfCodeHasNoLigaturesWhereNoneAreWanted) {
  Fonts fonts;
  const Request with{.families = {"JetBrains Mono"}}, without{.families = {"JetBrains Mono"}, .features = {.ligatures = false}};
  const Excerpt large = excerpt(fonts, with), small = excerpt(fonts, without);
  EXPECT_NE(Reopened(large.bytes).shaped("!=", {}), Reopened(large.bytes).shaped("!=", {"calt=0"}));
  EXPECT_EQ(Reopened(small.bytes).shaped("!=", {}), Reopened(small.bytes).shaped("!=", {"calt=0"}));
  EXPECT_LT(small.bytes.size(), large.bytes.size());
}

TEST(Excerpt, IsAFontToFreeType) {
  Fonts fonts;
  const Excerpt cut = excerpt(fonts, {.families = {"Vollkorn"}, .weight = 600, .italic = true});
  EXPECT_EQ(said_of(cut.bytes, "%{family[0]} %{fontformat} %{slant} %{outline}"), "Vollkorn TrueType 100 True");
  EXPECT_EQ(said_of("no font at all", "%{family[0]}"), "no font");
}

TEST(Excerpt, NamesTheMakerButNoGlyphs) {
  Fonts fonts;
  const Reopened again(excerpt(fonts, {.families = {"Vollkorn"}}).bytes);
  const auto name = [&](hb_ot_name_id_t id) {
    char words[300];
    unsigned length = sizeof words;
    hb_ot_name_get_utf8(again.face.get(), id, hb_language_from_string("en", -1), &length, words);
    return std::string(words, length);
  };
  EXPECT_THAT(name(HB_OT_NAME_ID_COPYRIGHT), HasSubstr("Vollkorn Project Authors"));
  EXPECT_THAT(name(HB_OT_NAME_ID_LICENSE), HasSubstr("SIL Open Font License"));
  EXPECT_THAT(name(HB_OT_NAME_ID_DESIGNER), IsEmpty());
  EXPECT_EQ(Table(again.face.get(), "post").uint32(0), 0x00030000u) << "the form without names";
  EXPECT_FALSE(Table(again.face.get(), "fpgm").is_there()) << "hints";
}

TEST(Excerpt, OfACollectionIsTheOneFont) {
  Fonts fonts;
  const FaceId face = fonts.first_face(fonts.request({.families = {"Noto Serif CJK JP"}}));
  ASSERT_TRUE(fonts.face(face).path.ends_with(".ttc"));
  const Excerpt cut = fonts.excerpt(face, U"東京", {});
  EXPECT_TRUE(cut.is_cff);
  EXPECT_EQ(cut.bytes.substr(0, 4), "OTTO");
  EXPECT_LT(cut.bytes.size(), 20'000u);
  EXPECT_EQ(Reopened(cut.bytes).characters(), U"京東");
  EXPECT_EQ(said_of(cut.bytes, "%{family[0]} %{fontformat}"), "Noto Serif CJK JP CFF");
}

TEST(Excerpt, IsTheSameEveryTime) {
  Fonts first, second;
  std::u32string backwards(latin.rbegin(), latin.rend());
  EXPECT_EQ(excerpt(first, {.families = {"Vollkorn"}}).bytes, excerpt(second, {.families = {"Vollkorn"}}, backwards + U"aa").bytes);
}

// The same bits keep a font out of a PDF: what was asked for is refused by name, and nothing stands in for it that is refused too.
TEST(Fonts, AreNotTakenWhereTheMakerForbidsIt) {
  using namespace std::string_view_literals;
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("octavo-licence-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "forbidden.ttf", std::ios::binary) << changed("OS/2", 8, "\0\2"sv);
  std::ofstream(folder / "fonts.conf") << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" << folder.string()
                                       << "</dir><dir>/usr/share/fonts/truetype/noto</dir><cachedir>" << folder.string() << "</cachedir></fontconfig>";
  setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
  Fonts fonts;
  const FontId font = fonts.request({.families = {"Vollkorn"}});
  fonts.shape(font, "word", "en");
  EXPECT_THAT(fonts.face(fonts.first_face(font)).family, HasSubstr("Noto"));
  EXPECT_THAT(fonts.refused(), testing::ElementsAre("the font \"Vollkorn\" is not used, because a PDF holds its fonts and its maker's licence bits forbid it"));
  unsetenv("FONTCONFIG_FILE");
  std::filesystem::remove_all(folder);
}

TEST(Excerpt, IsRefusedWhereTheMakerForbidsIt) {
  using namespace std::string_view_literals;
  const auto refusal = [](std::string_view licence) { return excerpt_of_file(changed("OS/2", 8, licence)).refusal; };
  EXPECT_EQ(refusal("\0\2"sv), "the font \"Vollkorn\" is not embedded, because its maker's licence bits forbid it");
  EXPECT_THAT(refusal("\1\0"sv), HasSubstr("allow it only as a whole"));
  EXPECT_THAT(refusal("\2\0"sv), HasSubstr("allow only its bitmaps"));
  EXPECT_THAT(refusal("\0\4"sv), IsEmpty()) << "preview and print";
  EXPECT_THAT(refusal("\0\12"sv), IsEmpty()) << "restricted and editable: the most generous holds";
  EXPECT_THAT(excerpt_of_file(changed("OS/2", 8, "\0\2"sv)).bytes, IsEmpty());
}

}  // namespace
}  // namespace octavo::glyphs
