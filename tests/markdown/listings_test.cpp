#include "markdown/listings.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(Listings, HaveALabelAndACaption) {
  EXPECT_EQ(read_note("<Listing number=\"2-1\" file-name=\"src/a.c\" caption=\"A `Vec<T>` of *a*\">\n\n```c\nx\n```\n\n</Listing>")
                .dump(),
            "captioned .listing ^listing-2-1 \"Listing 2-1: A `Vec<T>` of *a*\"\n  paragraph label "
            "\"`src/a.c`\"\n  code c\n    | x\n");
  EXPECT_EQ(read_note("> <listing file-name='a.c'>\n>\n> ```c\n> x\n> ```\n>\n> </listing>").dump(),
            "quote\n  captioned .listing\n    paragraph label \"`a.c`\"\n    code c\n      | x\n");
  EXPECT_EQ(read_note("<LISTING number=\"A/3\">\n\n```\nx\n```\n\n</LISTING>\n\nafter").dump(),
            "captioned .listing ^listing-A-3 \"Listing A/3\"\n  code\n    | x\nparagraph \"after\"\n");
}

TEST(Listings, SpeakTheLanguageOfTheBook) {
  config::Settings settings;
  settings.metadata.language = "es";
  EXPECT_THAT(
      read_note("<Listing number=1 caption=\"dijo &quot;no&quot;\">\n\n```\nx\n```\n\n</Listing>", settings)
          .dump(),
      testing::HasSubstr("\"Listado 1: dijo «no»\""));
}

TEST(Listings, HaveCaptionsAtTheirPlaceInTheSource) {
  const ReadNote note = read_note("<Listing number=1 caption=\"see [[Note]]\">\n\n```\nx\n```\n\n</Listing>");
  const auto& caption = get<book::Captioned>(note.chapter.blocks.at(0).value).caption;
  EXPECT_EQ(note.written(caption.back().where), "[[Note]]");
}

TEST(Listings, MayComeFromAnIncludedFileFarDown) {
  base::Memory files;
  std::string lines;
  for (int i = 0; i < 500; ++i) lines += "A line that is not shown.\n";
  files.contents["folder/big.md"] =
      lines + "ANCHOR: a\n<Listing number=\"1\" caption=\"Words and `code`\">\n\n```c\nint a;\n```\n\n</Listing>\nANCHOR_END: a\n";
  const ReadNote note = read_note("{{#include big.md:a}}\n", {}, files);
  EXPECT_THAT(note.dump(), testing::HasSubstr("\"Listing 1: Words and `code`\""));
  EXPECT_THAT(note.findings, testing::IsEmpty());
}

}  // namespace
}  // namespace octavo::markdown
