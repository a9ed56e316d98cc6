// Hyphenation by the dictionaries of Debian, checked word for word against libhyphen where that is installed.
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "base/unicode.h"
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

std::string in_utf8(const std::string& bytes, std::string charset) {
  UErrorCode error = U_ZERO_ERROR;
  std::string text(bytes.size() * 3, '\0');
  UConverter* converter = ucnv_open(charset.c_str(), &error);
  const auto length = ucnv_toAlgorithmic(UCNV_UTF8, converter, text.data(), static_cast<std::int32_t>(text.size()), bytes.data(),
                                         static_cast<std::int32_t>(bytes.size()), &error);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(error)) << charset;
  text.resize(static_cast<std::size_t>(length));
  return text;
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

  // `word` in the character set of the dictionary. Counted in letters; behind the last of a word in UTF-8 stand places of no meaning. Without
  // those where the spelling would change.
  std::vector<std::uint32_t> points(const std::string& word, int fewest_after = 3) const {
    std::string levels(word.size() + 5, '\0');
    char** replaced = nullptr;
    int *position = nullptr, *cut = nullptr;
    hyphenate_(dictionary_, word.data(), static_cast<int>(word.size()), levels.data(), nullptr, &replaced,
               &position, &cut, 2, fewest_after, 0, 0);
    std::vector<std::uint32_t> points;
    for (std::uint32_t at = 0; at + 1 < word.size(); ++at)
      if (levels[at] % 2 == 1 && !(replaced && replaced[at])) points.push_back(at + 1);
    for (std::size_t at = 0; replaced && at < word.size(); ++at) std::free(replaced[at]);
    std::free(replaced);
    std::free(position);
    std::free(cut);
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

// Words for any dictionary: beginnings of its own patterns, put together. The same for the same dictionary.
std::vector<std::string> words_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  std::getline(file, line);
  std::vector<std::string> pieces;
  while (std::getline(file, line)) {
    line = line.substr(0, line.find_first_of("/ \t\r"));
    if (line.empty() || line[0] == '%' || line[0] == '#' || (line[0] >= 'A' && line[0] <= 'Z')) continue;
    std::erase_if(line, [](char c) { return c == '.' || c == '\'' || c == '-' || (c >= '0' && c <= '9'); });
    if (line.size() > 1 && line.size() < 20) pieces.push_back(line);
  }
  std::vector<std::string> words;
  std::uint32_t state = 1;
  const auto next = [&] { return pieces[(state = state * 1664525u + 1013904223u) / 65536 % pieces.size()]; };
  while (!pieces.empty() && words.size() < 1000) {
    std::string& word = words.emplace_back();
    while (word.size() < 24) word += next();  // bytes: eight letters of India
  }
  return words;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

// A copy without comments: libhyphen reads a hundred bytes at a time, and takes what is left of a longer comment for patterns.
std::string without_comments(const std::filesystem::path& path) {
  const std::string copy = testing::TempDir() + "without_comments.dic";
  std::ifstream in(path, std::ios::binary);
  std::ofstream out(copy, std::ios::binary);
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('%') && !line.starts_with('#')) out << line << '\n';
  return copy;
}

// Every dictionary that is installed: of all scripts and character sets that Debian has.
TEST(HyphenationOracle, AgreesInEveryLanguage) {
  const char* elsewhere = std::getenv("OCTAVO_DICTIONARIES");  // where the packages are unpacked but not installed
  const std::string folder = elsewhere ? elsewhere : "/usr/share/hyphen/";
  Hyphenation hyphenation(folder);
  std::size_t languages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with("hyph_") || !name.ends_with(".dic") || entry.is_symlink()) continue;
    const Oracle oracle(without_comments(entry.path()).c_str());
    if (!oracle.is_there()) GTEST_SKIP() << "libhyphen0 is not installed";
    std::string language = name.substr(5, name.size() - 9);
    std::ranges::replace(language, '_', '-');
    std::ifstream file(entry.path());
    std::string charset, text{std::istreambuf_iterator<char>(file), {}};
    charset = text.substr(0, text.find_first_of("\r\n"));
    const int fewest_after = text.find("\nRIGHTHYPHENMIN") == text.npos ? 3 : 2;
    std::size_t points = 0, disagreements = 0;
    for (const std::string& word : words_of(entry.path())) {
      const std::string utf8 = charset == "UTF-8" ? word : in_utf8(word, charset);
      const auto letters = base::code_points(utf8);
      // What is one letter in another form, and what the patterns of one language do not know, is nobody's word.
      if (base::nfc(utf8) != utf8 || !std::ranges::all_of(letters, [](char32_t c) { return is_mark(c) || u_isalpha(static_cast<UChar32>(c)); })) continue;
      if (std::ranges::any_of(letters, [](char32_t c) { return u_tolower(static_cast<UChar32>(c)) != static_cast<UChar32>(c); })) continue;
      std::vector<std::uint32_t> wanted = oracle.points(word, fewest_after), found;
      std::erase_if(wanted, [&](std::uint32_t point) { return point >= letters.size() || is_mark(letters[point]); });
      for (const std::uint32_t point : hyphenation.points(utf8, language))
        found.push_back(static_cast<std::uint32_t>(base::length_in_code_points(std::string_view(utf8).substr(0, point))));
      points += wanted.size();
      if (wanted != found && ++disagreements < 4) ADD_FAILURE() << name << ": " << utf8 << " " << testing::PrintToString(found) << " but libhyphen " << testing::PrintToString(wanted);
    }
    EXPECT_EQ(disagreements, 0u) << name;
    EXPECT_GT(points, 100u) << name << ": that would prove nothing";
    ++languages;
  }
  EXPECT_GT(languages, 6u);
}

TEST(Hyphenation, SaysWhatToInstall) {
  Hyphenation hyphenation("/nowhere/");
  for (const char* language : {"sv", "sv", "zh", "en-GB"}) hyphenation.points("word", language);
  const auto lacking = hyphenation.lacking();
  ASSERT_EQ(lacking.size(), 2u) << "each once, and none that Debian has no patterns for";
  EXPECT_EQ(lacking[0].language, "sv");
  EXPECT_EQ(lacking[0].package, "hyphen-sv");
  EXPECT_EQ(lacking[1].package, "hyphen-en-gb");
}

}  // namespace
}  // namespace octavo::glyphs
