#include "glyphs/dictionaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace octavo::glyphs {
namespace {

// A folder that holds empty dictionaries of these names.
class Folder {
 public:
  explicit Folder(std::initializer_list<const char*> names) {
    if (!mkdtemp(path_.data())) throw std::runtime_error("no folder can be made");  // of its own: tests run side by side
    path_ += '/';
    for (const char* name : names) std::ofstream(path_ + name).close();
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(std::string_view language) const {
    const auto path = dictionary_path(path_, language);
    return path ? path->substr(path_.size()) : "";
  }

 private:
  std::string path_ = testing::TempDir() + "dictionaries-XXXXXX";
};

TEST(Dictionaries, AreFoundByTheNearestName) {
  // As the packages of Debian 12 name them; that of Montenegro is Serbia's by another name.
  const Folder folder({"hyph_de.dic", "hyph_de_AT.dic", "hyph_de_DE.dic", "hyph_en.dic", "hyph_en_US.dic", "hyph_en_GB.dic", "hyph_fr.dic",
                       "hyph_nb_NO.dic", "hyph_nn_NO.dic", "hyph_pt.dic", "hyph_pt_BR.dic", "hyph_pt_PT.dic", "hyph_sr_ME.dic", "hyph_sr_RS.dic",
                       "hyph_sr-Latn_RS.dic", "hyph_hi_IN.dic", "hyph_mn_MN.dic", "README"});
  const std::pair<const char*, const char*> cases[] = {
      {"de", "hyph_de.dic"},          {"de-AT", "hyph_de_AT.dic"},     {"DE-at", "hyph_de_AT.dic"},     {"de-CH-1996", "hyph_de.dic"},
      {"de-Latn-DE", "hyph_de_DE.dic"}, {"en", "hyph_en_US.dic"},      {"en-US", "hyph_en_US.dic"},     {"en-CA", "hyph_en_US.dic"},
      {"en-GB", "hyph_en_GB.dic"},    {"en-IE", "hyph_en_GB.dic"},     {"en-001", "hyph_en_GB.dic"},    {"fr-CA", "hyph_fr.dic"},
      {"no", "hyph_nb_NO.dic"},       {"nb", "hyph_nb_NO.dic"},        {"nn", "hyph_nn_NO.dic"},        {"nn-NO", "hyph_nn_NO.dic"},
      {"pt", "hyph_pt.dic"},          {"pt-BR", "hyph_pt_BR.dic"},     {"pt-AO", "hyph_pt.dic"},        {"sr", "hyph_sr_ME.dic"},
      {"sr-RS", "hyph_sr_RS.dic"},    {"sr-Cyrl", "hyph_sr_ME.dic"},   {"sr-Latn", "hyph_sr-Latn_RS.dic"}, {"sr-Latn-RS", "hyph_sr-Latn_RS.dic"},
      {"sr-Latn-ME", "hyph_sr-Latn_RS.dic"}, {"hi", "hyph_hi_IN.dic"}, {"mn", "hyph_mn_MN.dic"},        {"fi", ""},
      {"e", ""},                      {"", ""},                        {"../../etc/passwd", ""},        {"d", ""}};
  for (const auto& [language, file] : cases) EXPECT_EQ(folder.file(language), file) << language;
}

TEST(Dictionaries, OfAnotherRegionAreBetterThanNone) {
  const Folder folder({"hyph_en_GB.dic", "hyph_pt_BR.dic"});
  EXPECT_EQ(folder.file("en-US"), "hyph_en_GB.dic");
  EXPECT_EQ(folder.file("pt-PT"), "hyph_pt_BR.dic");
}

TEST(Dictionaries, AreNowhereWithoutTheirFolder) { EXPECT_FALSE(dictionary_path("/nowhere/", "en")); }

TEST(Dictionaries, ComeInPackages) {
  const std::pair<const char*, const char*> cases[] = {
      {"sv", "hyphen-sv"}, {"sv-FI", "hyphen-sv"},       {"en", "hyphen-en-us"},      {"en-AU", "hyphen-en-gb"}, {"pt", "hyphen-pt-pt"},
      {"nn", "hyphen-no"}, {"pt-BR", "hyphen-pt-br"},    {"sr-Latn", "hyphen-sr"},    {"fi", ""},                {"zh", ""},
      {"", ""},            {"../x", ""}};
  for (const auto& [language, package] : cases) EXPECT_EQ(dictionary_package(language), package) << language;
}

}  // namespace
}  // namespace octavo::glyphs
