// Words that are put together from pairs are what HarfBuzz, asked by itself, makes of them: glyph by glyph, to the last bit.
#include "glyphs/shape.h"

#include <gtest/gtest.h>
#include <hb-ot.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/utf8.h"

namespace octavo::glyphs {
namespace {

const std::vector<hb_feature_t> none;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Glyph> by_harfbuzz(const Face& face, std::string_view text, const std::vector<hb_feature_t>& features) {
  const HbBuffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer.get(), hb_language_from_string("en", -1));
  hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_shape(face.font(), buffer.get(), features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
  std::vector<Glyph> all;
  for (unsigned at = 0; at < count; ++at)
    all.push_back({glyphs[at].codepoint, static_cast<float>(positions[at].x_advance) * face.em(),
                   static_cast<float>(positions[at].x_offset) * face.em(), static_cast<float>(positions[at].y_offset) * face.em(),
                   glyphs[at].cluster});
  return all;
}

bool is_same(const GlyphRow& row, const std::vector<Glyph>& glyphs) {
  return std::ranges::equal(row, glyphs, [](const Glyph& one, const Glyph& other) {
    return one.id == other.id && one.advance == other.advance && one.x_offset == other.x_offset && one.y_offset == other.y_offset &&
           one.cluster == other.cluster;
  });
}

// The first few texts that come out otherwise.
std::vector<std::string> differences(const Face& face, const std::vector<std::string>& texts, const std::vector<hb_feature_t>& features = none) {
  Shaper shaper;
  Rows rows;
  const Shaper::Setting setting{hb_language_from_string("en", -1), false, &features};
  std::vector<std::string> different;
  for (const std::string& text : texts) {
    const Stretch whole{FaceId(0), 0, static_cast<std::uint32_t>(text.size()), HB_SCRIPT_LATIN};
    if (!is_same(shaper.shape(face, text, whole, setting, rows).glyphs, by_harfbuzz(face, text, features))) different.push_back(text);
    if (different.size() == 5) break;
  }
  return different;
}

std::u32string printable_ascii() {
  std::u32string all;
  for (char32_t c = ' '; c < 0x7F; ++c) all += c;
  return all;
}

// What books in Latin letters are made of, and some that only seem to be: marks, a slash that makes fractions, the soft hyphen.
std::u32string many_characters() {
  std::u32string all = printable_ascii() + U"–—‘’‚“”„…‹›";
  for (char32_t c = 0xA0; c < 0x100; ++c) all += c;
  return all + U"\u0301\u0308\u2044\u200D\uFB01ŁłŒșđе";
}

std::vector<std::string> random_texts(std::mt19937& random, std::u32string_view alphabet, std::size_t count, std::size_t longest) {
  std::vector<std::string> texts;
  while (texts.size() < count) {
    std::u32string text;
    for (std::size_t length = 1 + random() % longest; text.size() < length;) text += alphabet[random() % alphabet.size()];
    texts.push_back(base::encoded(text));
  }
  return texts;
}

std::vector<std::string> words_of_a_book() {
  std::vector<std::string> words;
  for (const auto& file : std::filesystem::recursive_directory_iterator(OCTAVO_SOURCE "/content/bedrock"))
    if (file.path().extension() == ".md") {
      std::ifstream text(file.path());
      words.insert(words.end(), std::istream_iterator<std::string>(text), {});
    }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

struct Named {
  std::string name;
  std::unique_ptr<Face> face;
};

// Of those that a sheet may ask for, what is installed: with kerning and without, few rules and hundreds, an old `kern` table, one with axes.
std::vector<Named> faces() {
  Fonts fonts;
  std::vector<Named> all;
  const auto add = [&](const std::string& family, int weight = 400, bool italic = false) {
    const FaceFacts facts = fonts.face(fonts.first_face(fonts.request({.families = {family}, .weight = weight, .italic = italic})));
    if (family.ends_with("serif") || family == "monospace" || facts.family == family)
      all.push_back({facts.postscript_name, std::make_unique<Face>(facts.path, 0)});
  };
  add("serif");
  add("serif", 400, true);
  add("serif", 600);
  for (const char* family : {"sans-serif", "monospace", "DejaVu Sans", "DejaVu Serif", "Noto Sans Devanagari", "Amiri", "C059", "Nimbus Roman"})
    add(family);
  const FaceFacts inter = fonts.face(fonts.first_face(fonts.request({.families = {"Inter"}, .weight = 650})));
  if (inter.family == "Inter")
    all.push_back(
        {inter.postscript_name, std::make_unique<Face>(inter.path, opened(inter.path, 0), Location{{HB_OT_TAG_VAR_AXIS_WEIGHT, 650}})});
  return all;
}

std::vector<hb_feature_t> features_of(const std::vector<std::string>& texts) {
  Features features;
  features.more = texts;
  return open_type_features(features);
}

TEST(Shaper, PutsWordsTogetherAsHarfBuzzWould) {
  std::mt19937 random(1);
  std::vector<std::string> texts = words_of_a_book();
  EXPECT_GT(texts.size(), 1000u);
  const auto add = [&](std::vector<std::string>&& more) { std::ranges::move(more, std::back_inserter(texts)); };
  for (const char32_t first : printable_ascii())
    for (const char32_t second : printable_ascii()) texts.push_back(base::encoded(std::u32string{first, second}));
  add(random_texts(random, many_characters(), 8000, 3));
  add(random_texts(random, printable_ascii(), 4000, 12));
  add(random_texts(random, U"fiffljtTRIJabc12/\u2044", 4000, 6));
  std::ranges::shuffle(texts, random);  // what is learnt from one word must be good for any
  for (const auto& [name, face] : faces()) EXPECT_EQ(differences(*face, texts), std::vector<std::string>()) << name;
}

TEST(Shaper, PutsWordsTogetherWhateverFeaturesAreAskedFor) {
  std::mt19937 random(2);
  std::vector<std::string> texts = random_texts(random, many_characters(), 1500, 5);
  std::ranges::move(random_texts(random, U"fiffljtTRIJabcAV128/ -", 1500, 8), std::back_inserter(texts));
  const std::vector<std::string> settings[] = {{"smcp"}, {"smcp", "c2sc", "onum"}, {"kern=0"}, {"liga=0", "clig=0", "calt=0"}, {"onum"},
                                               {"lnum", "tnum"}, {"frac"}, {"numr"}, {"dlig", "hlig", "swsh"}, {"ss01", "ss02", "zero"},
                                               {"sups", "kern=0"}, {"kern[1:3]=0"}, {"salt=2"}, {"rand"}};
  for (const auto& [name, face] : faces())
    for (const auto& setting : settings)
      EXPECT_EQ(differences(*face, texts, features_of(setting)), std::vector<std::string>()) << name << ' ' << setting[0];
}

// A table of the font, where it lies in the file.
struct Place {
  std::size_t begin, length;
};
Place place_of(std::string_view font, std::string_view table) {
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (const char byte : font.substr(at, 4)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  };
  for (std::size_t at = 12; at + 16 <= font.size(); at += 16)
    if (font.substr(at, 4) == table) return {number(at + 8), number(at + 12)};
  return {};
}

TEST(Shaper, PutsWordsTogetherInDamagedFontsToo) {
  std::mt19937 random(3);
  const std::vector<std::string> texts = random_texts(random, printable_ascii(), 150, 6);
  // A damaged font may say that no text goes without them, and then it matters when HarfBuzz comes to them. Three of sixty thousand such fonts
  // still differed, where HarfBuzz mends a table that lies over another (neighbours.h); of these, none do.
  const std::vector<hb_feature_t> no_fractions = features_of({"frac=0", "numr=0", "dnom=0"});
  for (const auto& [name, face] : faces()) {
    const std::string font = bytes_of(face->path());
    if (font.size() > 2'000'000) continue;
    for (int time = 0; time < 60; ++time) {
      std::string damaged = font;
      for (const char* table : {"GSUB", "GPOS", "GDEF"}) {
        const Place place = place_of(font, table);
        // Most of what matters lies at the beginning.
        for (int byte = 0; byte < 1 + time / 4 && place.length > 0; ++byte) {
          const std::size_t end = random() % 2 ? place.length : std::min<std::size_t>(place.length, 2000);
          const std::size_t at = random() % end;
          damaged[place.begin + at] = static_cast<char>(random() % 3 ? random() % 8 : random());
        }
      }
      const HbBlob blob(hb_blob_create(damaged.data(), static_cast<unsigned>(damaged.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
      const Face hurt(name, HbFace(hb_face_create(blob.get(), 0)), {});
      EXPECT_EQ(differences(hurt, texts, no_fractions), std::vector<std::string>()) << name << ' ' << time;
    }
  }
}

// How many of all pairs of the characters may meet.
double share_that_may_meet(const Face& face, std::u32string_view characters) {
  hb_segment_properties_t text = HB_SEGMENT_PROPERTIES_DEFAULT;
  text.direction = HB_DIRECTION_LTR;
  text.script = HB_SCRIPT_LATIN;
  const HbPlan plan(hb_shape_plan_create(face.face(), &text, nullptr, 0, nullptr));
  const auto found = neighbours(face, plan.get());
  if (!found) return 0;
  double may = 0;
  for (const char32_t first : characters)
    for (const char32_t next : characters) may += !found->apart[number_of(first)][number_of(next)];
  return may / static_cast<double>(characters.size() * characters.size());
}

// Rules that the fonts here do not have: a face of the book with one table of its own instead of those it has.
std::string words(std::initializer_list<int> numbers) {
  std::string bytes;
  for (const int number : numbers) bytes += {static_cast<char>(number >> 8), static_cast<char>(number)};
  return bytes;
}

struct Rule {
  int type;
  std::string subtable;
};
// GSUB or GPOS with one feature, which has the first of the lookups.
std::string layout_table(const std::string& feature, const std::vector<Rule>& rules) {
  std::string table = words({1, 0, 10, 30, 44}) + words({1}) + "DFLT" + words({8, 4, 0, 0, 0xFFFF, 1, 0}) + words({1}) + feature + words({8, 0, 1, 0});
  std::string offsets = words({static_cast<int>(rules.size())}), lookups;
  for (const Rule& rule : rules) {
    offsets += words({static_cast<int>(2 + 2 * rules.size() + lookups.size())});
    lookups += words({rule.type, 0, 1, 8}) + rule.subtable;
  }
  return table + offsets + lookups;
}

Face with_table(const Face& face, const char* name, const std::string& bytes) {
  HbFace built(hb_face_builder_create());
  hb_tag_t tags[64];
  unsigned count = 64;
  hb_face_get_table_tags(face.face(), 0, &count, tags);
  const auto add = [&](hb_tag_t tag, HbBlob blob) { hb_face_builder_add_table(built.get(), tag, blob.get()); };
  for (const hb_tag_t tag : std::span(tags, count))
    if (tag != HB_OT_TAG_GSUB && tag != HB_OT_TAG_GPOS && tag != HB_OT_TAG_GDEF)
      add(tag, HbBlob(hb_face_reference_table(face.face(), tag)));
  const auto length = static_cast<unsigned>(bytes.size());
  add(hb_tag_from_string(name, 4), HbBlob(hb_blob_create(bytes.data(), length, HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr)));
  const HbBlob file(hb_face_reference_blob(built.get()));
  return Face("made", HbFace(hb_face_create(file.get(), 0)), {});
}

TEST(Shaper, KeepsApartWhatARuleJoins) {
  std::mt19937 random(4);
  const std::vector<std::string> texts = random_texts(random, U"abcde", 500, 6);
  const auto all = faces();
  const Face& plain = *all.front().face;
  int glyphs[5];  // of a to e
  for (int at = 0; at < 5; ++at) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(plain.font(), static_cast<hb_codepoint_t>('a' + at), &glyph);
    glyphs[at] = static_cast<int>(glyph);
  }
  const auto [a, b, c, d, e] = glyphs;
  const std::string to_next = words({1, 6, 1, 1, 2, b, c});  // a single substitution of b and c
  const std::string of_b = words({1, 1, b}), of_c = words({1, 1, c}), kerning_of_a = words({0, 1, 0, 20, 1, 1, 0, 0, 0, a, b, -100});
  const struct {
    const char *what, *table;
    std::string bytes;
    bool are_known;
  } cases[] = {
      {"a pair", "GPOS", layout_table("kern", {{2, words({1, 12, 4, 0, 1, 18}) + words({1, 1, a}) + words({1, b, -50})}}), true},
      {"a pair of which the second moves too", "GPOS",
       layout_table("kern", {{2, words({1, 14, 4, 4, 2, 22, 30}) + words({1, 2, a, b}) + words({1, b, -50, -70}) + words({1, a, -30, -20})}}), true},
      {"two in a row, of which the second is replaced", "GSUB",
       layout_table("calt", {{5, words({3, 2, 1, 14, 20, 1, 1}) + of_b + of_c}, {1, to_next}}), true},
      {"one before another", "GSUB", layout_table("calt", {{6, words({3, 0, 1, 18, 1, 24, 1, 0, 1}) + of_b + of_c}, {1, to_next}}), true},
      {"one after another", "GSUB", layout_table("calt", {{6, words({3, 1, 18, 1, 24, 0, 1, 0, 1}) + of_c + of_b}, {1, to_next}}), true},
      {"a ligature", "GSUB", layout_table("liga", {{4, words({1, 8, 1, 14}) + of_b + words({1, 4, e, 3, c, d})}}), true},
      {"one of several for one", "GSUB", layout_table("ccmp", {{2, words({1, 8, 1, 14}) + of_b + words({1 + 1, d, e})}}), true},
      {"the kerning from before OpenType", "kern", kerning_of_a, false},
  };
  for (const auto& one : cases) {
    const Face made = with_table(plain, one.table, one.bytes);
    EXPECT_EQ(differences(made, texts), std::vector<std::string>()) << one.what;
    const auto changes = [&](const std::string& text) {
      const auto now = by_harfbuzz(made, text, none), before = by_harfbuzz(with_table(plain, "none", ""), text, none);
      const auto is_same = [](const Glyph& left, const Glyph& right) { return left.id == right.id && left.advance == right.advance; };
      return !std::ranges::equal(now, before, is_same);
    };
    EXPECT_TRUE(std::ranges::any_of(texts, changes)) << one.what << ": the rule is not one of HarfBuzz's";
    EXPECT_EQ(share_that_may_meet(made, U"de") == 1, one.are_known) << one.what;
  }
}

// Of the 22,000 words of a long book with code, 94 in a hundred are put together.
TEST(Neighbours, AreFreeInTheBooksOwnFaces) {
  const auto all = faces();
  for (std::size_t at = 0; at < 3; ++at) {
    const Face& vollkorn = *all[at].face;
    EXPECT_EQ(share_that_may_meet(vollkorn, U"abcdeghijklmnopqrstuvwxyz’”—"), 1) << all[at].name;
    EXPECT_EQ(share_that_may_meet(vollkorn, U"foa"), 8.0 / 9) << "all but ff";
    EXPECT_EQ(share_that_may_meet(vollkorn, U"fi"), 2.0 / 4) << "if and ii";
  }
}

TEST(Neighbours, AreNotKnownWhereAnOldTableKerns) {
  for (const auto& [name, face] : faces())
    if (name.starts_with("Lato") || name.starts_with("DejaVu")) {
      EXPECT_EQ(share_that_may_meet(*face, U"ab"), 0) << name;
    }
}

}  // namespace
}  // namespace octavo::glyphs
