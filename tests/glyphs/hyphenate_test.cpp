// Hyphenation by the dictionaries of Debian, checked word for word against libhyphen where that is installed.
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "base/utf8.h"
#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string divided(Hyphenation& hyphenation, std::string_view word, std::string_view language) {
  std::string result;
  std::uint32_t from = 0;
  for (const std::uint32_t point : hyphenation.points(word, language)) {
    (result += word.substr(from, point - from)) += '-';
    from = point;
  }
  return result += word.substr(from);
}

TEST(Hyphenation, KnowsTheLanguagesWithADictionary) {
  Hyphenation hyphenation;
  const struct {
    const char* language;
    const char* word;
  } cases[] = {
      {"en", "hy-phen-ation"},  {"en-GB", "hy-phen-a-tion"},    {"en-us", "rep-re-sen-ta-tion"},
      {"de", "Bü-cher-re-gal"}, {"de-AT", "Sil-ben-tren-nung"}, {"fr-FR", "ty-po-gra-phie"},
      {"es", "ti-po-gra-fía"},  {"nl", "woor-den-boek"},        {"it", "ti-po-gra-fia"},
  };
  for (const auto& expected : cases) {
    std::string word = expected.word;
    std::erase(word, '-');
    EXPECT_EQ(divided(hyphenation, word, expected.language), expected.word) << expected.language;
  }
}

TEST(Hyphenation, LeavesOtherLanguagesWhole) {
  Hyphenation hyphenation;
  for (const char* language : {"", "xx", "zh", "../../etc/passwd", "e", "und"})
    EXPECT_THAT(hyphenation.points("hyphenation", language), IsEmpty()) << language;
}

TEST(Hyphenation, DoesNotMindCapitals) {
  Hyphenation hyphenation;
  EXPECT_EQ(divided(hyphenation, "HYPHENATION", "en"), "HY-PHEN-ATION");
  EXPECT_EQ(divided(hyphenation, "ÜBERMUT", "de"), "ÜBER-MUT");
}

TEST(Hyphenation, CountsBytesAndKeepsMarksWithTheirLetters) {
  Hyphenation hyphenation;
  EXPECT_EQ(divided(hyphenation, "Gemütlichkeit", "de"), "Ge-müt-lich-keit");
  EXPECT_EQ(divided(hyphenation, "Gemu\u0308tlichkeit", "de"), "Ge-mu\u0308t-lich-keit");
  EXPECT_EQ(divided(hyphenation, "hyphen\u0323ation", "en").find("-\u0323"), std::string::npos);
}

TEST(Hyphenation, NeverDividesNextToWhatIsNoLetter) {
  Hyphenation hyphenation;
  for (const std::uint32_t point : hyphenation.points("l'hyphenation-5hyphenation", "fr"))
    EXPECT_TRUE(point > 2 && point != 13 && point != 14 && point != 15) << point;
}

TEST(Hyphenation, TakesAnyBytes) {
  Hyphenation hyphenation;
  EXPECT_THAT(hyphenation.points("", "en"), IsEmpty());
  EXPECT_THAT(hyphenation.points(std::string(1'000'000, 'a'), "en"), IsEmpty()) << "that is no word";
  std::string bytes;
  for (int byte = 255; byte > 0; --byte) bytes += static_cast<char>(byte);
  for (const std::uint32_t point : hyphenation.points(bytes, "de")) EXPECT_LT(point, bytes.size());
}

TEST(Hyphenation, GivesTheSameListForTheSameWord) {
  Hyphenation hyphenation;
  const auto* first = &hyphenation.points("hyphenation", "en");
  for (int at = 0; at < 1000; ++at) hyphenation.points("word" + std::string(at % 200, 'a'), "en");
  EXPECT_EQ(&hyphenation.points("hyphenation", "en"), first);
}

// libhyphen, which reads the same files; loaded by name, so that building octavo does not need it.
class Oracle {
 public:
  explicit Oracle(const char* dictionary) : library_(dlopen("libhyphen.so.0", RTLD_NOW)) {
    if (!library_) return;
    const auto load = reinterpret_cast<void* (*)(const char*)>(dlsym(library_, "hnj_hyphen_load"));
    hyphenate_ = reinterpret_cast<Hyphenate>(dlsym(library_, "hnj_hyphen_hyphenate3"));
    free_ = reinterpret_cast<void (*)(void*)>(dlsym(library_, "hnj_hyphen_free"));
    dictionary_ = load(dictionary);
  }
  ~Oracle() {
    if (dictionary_) free_(dictionary_);
    if (library_) dlclose(library_);
  }
  Oracle(const Oracle&) = delete;
  bool is_there() const { return dictionary_ != nullptr; }

  // `word` in the character set of the dictionary, here always one byte a letter.
  std::vector<std::uint32_t> points(const std::string& word) const {
    std::string levels(word.size() + 5, '\0');
    char** replaced = nullptr;
    int *position = nullptr, *cut = nullptr;
    hyphenate_(dictionary_, word.data(), static_cast<int>(word.size()), levels.data(), nullptr, &replaced,
               &position, &cut, 2, 3, 0, 0);
    std::free(replaced);
    std::free(position);
    std::free(cut);
    std::vector<std::uint32_t> points;
    for (std::uint32_t at = 0; at + 1 < word.size(); ++at)
      if (levels[at] % 2 == 1) points.push_back(at + 1);
    return points;
  }

 private:
  using Hyphenate = int (*)(void*, const char*, int, char*, char*, char***, int**, int**, int, int, int, int);
  void* library_ = nullptr;
  void* dictionary_ = nullptr;
  Hyphenate hyphenate_ = nullptr;
  void (*free_)(void*) = nullptr;
};

// Beginnings and ends that make words of all sorts, many of which no dictionary of words has.
std::vector<std::string> combined(const std::vector<std::string>& firsts,
                                  const std::vector<std::string>& lasts) {
  std::vector<std::string> words;
  for (const std::string& first : firsts)
    for (const std::string& last : lasts) words.push_back(first + last);
  return words;
}

TEST(HyphenationOracle, AgreesInEnglish) {
  const Oracle oracle("/usr/share/hyphen/hyph_en_US.dic");
  if (!oracle.is_there()) GTEST_SKIP() << "libhyphen0 or hyphen-en-us is not installed";
  Hyphenation hyphenation;
  const auto words = combined(
      {"typograph",   "represent",  "bookbind",   "manuscript", "present", "project",
       "record",      "associat",   "democra",    "photograph", "table",   "algorithm",
       "philanthrop", "eighteen",   "thorough",   "squirrel",   "rhythm",  "antidisestablishment",
       "pneumono",    "university", "particular", "knowledge",  "machine", "learn",
       "counter",     "under",      "over",       "service"},
      {"",    "s",    "ing", "ation", "ative", "ably",  "er",    "ers",      "ly",     "ness",  "ical",
       "ise", "ized", "ism", "arian", "ology", "paper", "works", "lessness", "wright", "yours", "ooo"});
  for (const std::string& word : words)
    EXPECT_EQ(hyphenation.points(word, "en-US"), oracle.points(word)) << word;
}

TEST(HyphenationOracle, AgreesInGermanWithItsCompounds) {
  const Oracle oracle("/usr/share/hyphen/hyph_de_DE.dic");
  if (!oracle.is_there()) GTEST_SKIP() << "libhyphen0 or hyphen-de is not installed";
  Hyphenation hyphenation;
  const auto words =
      combined({"donau",     "dampf",     "schifffahrts", "bücher", "straßen",     "rindfleisch", "wörter",
                "übergangs", "daher",     "hinüber",      "stau",   "verbrechens", "luftpost",    "garten",
                "öl",        "maschinen", "arbeits",      "weiß",   "system",      "autonomie",   "erd"},
               {"",
                "gesellschaft",
                "kapitän",
                "bestimmungen",
                "regal",
                "ecken",
                "etikettierung",
                "überwachung",
                "becken",
                "opfer",
                "ereignisse",
                "kommen",
                "gehen",
                "einwohner",
                "softwares",
                "schönheit",
                "größe",
                "los",
                "e",
                "äpfel"});
  for (const std::string& word : words) {
    std::string latin_1;
    for (const char32_t c : base::code_points(word)) latin_1 += static_cast<char>(c);
    std::vector<std::uint32_t> letters;  // our bytes as letters
    for (const std::uint32_t point : hyphenation.points(word, "de"))
      letters.push_back(
          static_cast<std::uint32_t>(base::length_in_code_points(std::string_view(word).substr(0, point))));
    EXPECT_EQ(letters, oracle.points(latin_1)) << word;
  }
}

}  // namespace
}  // namespace octavo::glyphs
