// The words authors write after ```.
#include "highlight/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "highlight/colored.h"

namespace octavo::highlight {
namespace {

TEST(Languages, AreKnownByManyWords) {
  EXPECT_EQ(known_as("Rust"), "rust");
  EXPECT_EQ(known_as("golang"), "go");
  EXPECT_EQ(known_as("PWSH"), "powershell");
  EXPECT_EQ(known_as("shell-session"), transcript);
}

TEST(Languages, AreNoneWhereTheWordSaysSo) {
  EXPECT_EQ(known_as("none"), "");
  EXPECT_EQ(known_as("csv"), "");
  EXPECT_EQ(known_as(""), "");
}

TEST(Languages, AreNeverOddWords) {
  EXPECT_EQ(known_as(std::string(41, 'a')), "");
  EXPECT_EQ(known_as("a*"), "");
  EXPECT_EQ(known_as("d\xC3\xA9j\xC3\xA0"), "");
}

// A line of each that holds something to colour. A grammar that went missing would leave it bare.
TEST(Languages, HaveGrammars) {
  const std::pair<const char*, const char*> lines[] = {
      {"rust", "fn f() {}"},        {"rs", "fn f() {}"},          {"python", "def f(): pass"},  {"py", "def f(): pass"},
      {"javascript", "return 1;"},  {"js", "return 1;"},          {"typescript", "return 1;"},  {"ts", "return 1;"},
      {"jsx", "return 1;"},         {"tsx", "return 1;"},         {"json", "{\"a\": 1}"},       {"json5", "// a"},
      {"jsonc", "// a"},            {"sh", "echo \"a\""},         {"bash", "echo \"a\""},       {"zsh", "echo \"a\""},
      {"shell", "echo \"a\""},      {"yaml", "a: b"},             {"yml", "a: b"},              {"toml", "a = 1"},
      {"c", "return 1;"},           {"c++", "return 1;"},         {"cpp", "return 1;"},         {"cs", "return 1;"},
      {"csharp", "return 1;"},      {"java", "return 1;"},        {"kotlin", "return 1"},       {"kt", "return 1"},
      {"swift", "return 1"},        {"go", "return 1"},           {"lua", "return 1"},          {"r", "if (a) 1"},
      {"ruby", "return 1"},         {"rb", "return 1"},           {"php", "return 1;"},         {"perl", "return 1;"},
      {"html", "<p>a</p>"},         {"xml", "<p>a</p>"},          {"svg", "<p>a</p>"},          {"css", "p { color: red }"},
      {"scss", "p { color: red }"}, {"sql", "SELECT 1;"},         {"diff", "+ a"},              {"patch", "- a"},
      {"ini", "[a]"},               {"dockerfile", "FROM a"},     {"docker", "FROM a"},         {"make", "# a"},
      {"makefile", "# a"},          {"cmake", "if(A)"},           {"tex", "\\section{a}"},      {"latex", "\\section{a}"},
      {"md", "# a"},                {"markdown", "# a"},          {"powershell", "if (1) {}"},  {"cmd", "echo a"},
      {"bat", "echo a"},            {"haskell", "module A where"}, {"hs", "module A where"},    {"scala", "return 1"},
      {"clojure", "(def a 1)"},     {"elixir", "def f do"},       {"ex", "def f do"},           {"erlang", "% a"},
      {"nix", "let a = 1;"},        {"zig", "return 1;"},         {"dart", "return 1;"},        {"graphql", "type A"},
      {"proto", "message A {}"},    {"terraform", "# a"},         {"hcl", "# a"},               {"vue", "<p>a</p>"},
      {"dot", "digraph a {}"},      {"ocaml", "let a = 1"},       {"fsharp", "let a = 1"},      {"lisp", "; a"},
      {"matlab", "% a"},            {"julia", "return 1"},        {"objc", "return 1;"},        {"asm", "; a"},
      {"htaccess", "# a"},          {"rst", ".. a"},              {"vb", "' a"},                {"groovy", "return 1"},
  };
  book::Book book;
  auto& blocks = book.chapters.emplace_back().blocks;
  for (const auto& [language, line] : lines) blocks.push_back({book::CodeBlock{language, language, line, {}}});
  book = color(std::move(book));
  for (const book::Block& block : book.chapters[0].blocks) {
    const auto& code = get<book::CodeBlock>(block.value);
    EXPECT_FALSE(code.tokens.empty()) << code.language;
  }
}

}  // namespace
}  // namespace octavo::highlight
