#include "vault/names.h"

#include <gmock/gmock.h>

namespace octavo::vault {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> told(const std::vector<std::string>& paths) {
  diagnostics::Sink sink;
  Vault vault;
  for (const auto& path : paths)
    vault.notes.push_back({.path = path, .file = sink.sources.add(path, "Text.\n")});
  report_names(vault, sink);
  std::vector<std::string> messages;
  for (const auto& one : sink.sorted()) messages.push_back(one.message);
  return messages;
}

TEST(Names, TellWhatALinkCannotHoldOnceAFile) {
  EXPECT_THAT(told({"a#b|c.md", "Fine.md", "x%%.md"}),
              ElementsAre(HasSubstr("holds \"#\", \"|\""), HasSubstr("holds \"%%\"")));
}

TEST(Names, OfFoldersAndSingleSignsAreFine) {
  EXPECT_THAT(told({"C#/Note.md", "100% [sure].md", "a.b.md", "it's.md"}), IsEmpty());
}

TEST(Names, OfTheSameLettersAreTwins) {
  EXPECT_THAT(told({"e/\u00e9.md", "e/e\u0301.md", "f/\u00e9.md"}),
              ElementsAre(HasSubstr("accents stored otherwise")));
}

}  // namespace
}  // namespace octavo::vault
