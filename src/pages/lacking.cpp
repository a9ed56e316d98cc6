#include "pages/lacking.h"

#include <unordered_map>

#include "base/utf8.h"

namespace octavo::pages {
namespace {

// Where each of the characters first stands in the book, for the diagnostic that no font has it.
std::unordered_map<char32_t, base::Span> first_places(const book::Book& book, const std::vector<glyphs::Missing>& characters) {
  std::unordered_map<char32_t, base::Span> places;
  for (const glyphs::Missing& missing : characters) places.emplace(missing.code_point, base::Span());
  const auto look_in = [&](std::string_view words, const base::Span& where) {
    for (std::size_t at = 0; at < words.size();) {
      const auto [character, length] = base::decode(words, at);
      at += length;
      if (character < 0x80) continue;
      const auto wanted = places.find(character);
      if (wanted != places.end() && !wanted->second.file) wanted->second = where;
    }
  };
  const auto look = [&](const book::Inlines& run) {
    book::each_inline(run, [&](const book::Inline& item) {
      if (const auto* text = get_if<book::Text>(&item.value)) look_in(text->text, item.where);
      if (const auto* code = get_if<book::Code>(&item.value)) look_in(code->text, item.where);
      if (const auto* math = get_if<book::Math>(&item.value)) look_in(math->source, item.where);
      return true;
    });
  };
  for (const book::Chapter& chapter : book.chapters) {
    look(chapter.title);
    book::each_block(chapter, [&](const book::Block& block) {
      book::each_run(block, look);
      if (const auto* code = get_if<book::CodeBlock>(&block.value)) look_in(code->text, block.where);
      if (const auto* math = get_if<book::MathBlock>(&block.value)) look_in(math->source, block.where);
      return true;
    });
  }
  return places;
}

// "U+2603 SNOWMAN".
std::string named(const glyphs::Missing& missing) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string name = "U+";
  const int highest = missing.code_point > 0xFFFFF ? 20 : missing.code_point > 0xFFFF ? 16 : 12;
  for (int shift = highest; shift >= 0; shift -= 4) name += digits[missing.code_point >> shift & 15];
  return missing.name.empty() ? name : name + ' ' + missing.name;
}

std::string advice(const glyphs::Missing& missing) {
  if (missing.name.empty()) return "; install the font that it was made for, and name it in the print sheet, or write it another way";
  std::string packages;
  for (const std::string_view package : missing.packages) (packages += packages.empty() ? "" : " or else ") += package;
  return "; install " + (packages.empty() ? "a font that has it" : "the Debian package " + packages) + ", or write it another way";
}

void report_missing_glyphs(const book::Book& book, const glyphs::Fonts& fonts, diagnostics::Sink& sink) {
  const std::vector<glyphs::Missing> characters = fonts.missing();
  if (characters.empty()) return;
  const auto places = first_places(book, characters);
  for (const glyphs::Missing& missing : characters)
    sink.report(diagnostics::Rule::text_missing_glyph, places.at(missing.code_point),
                "no font on this system has the character " + named(missing) + advice(missing));
}

// The first that is said to be in the language. Nothing where the book is.
base::Span first_place(const book::Book& book, const std::string& language) {
  base::Span found;
  for (const book::Chapter& chapter : book.chapters) {
    book::each_block(chapter, [&](const book::Block& block) {
      if (found.file) return false;
      const auto* group = get_if<book::Group>(&block.value);
      if (chapter.language == language || (group && group->language == language)) {
        found = block.where;
        return false;
      }
      book::each_run(block, [&](const book::Inlines& run) {
        book::each_inline(run, [&](const book::Inline& item) {
          const auto* passage = get_if<book::Passage>(&item.value);
          if (passage && passage->language == language && !found.file) found = item.where;
          return !found.file;
        });
      });
      return true;
    });
    if (found.file) break;
  }
  return found;
}

}  // namespace

void report_lacking(const book::Book& book, const glyphs::Fonts& fonts, const glyphs::Hyphenation& hyphenation, diagnostics::Sink& sink) {
  report_missing_glyphs(book, fonts, sink);
  for (const std::string& refusal : fonts.refused()) sink.report(diagnostics::Rule::style_unknown, {}, refusal + "; choose another family");
  for (const auto& [language, package] : hyphenation.lacking())
    sink.report(diagnostics::Rule::text_no_hyphenation, language == book.metadata.language ? base::Span() : first_place(book, language),
                "words of the language \"" + language + "\" are not divided at the ends of lines; install the Debian package " + package);
}

}  // namespace octavo::pages
