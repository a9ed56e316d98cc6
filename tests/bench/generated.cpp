#include "generated.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace octavo::bench {
namespace {

constexpr std::size_t notes_per_scale = 5, sections_per_note = 5;

constexpr std::array<std::string_view, 64> words = {
    "the",      "of",        "and",       "a",          "in",         "to",          "is",          "that",       "for",     "with",    "as",
    "by",       "on",        "from",      "which",      "when",       "printer",     "margin",      "compositor", "sheet",   "folded",  "signature",
    "octavo",   "paper",     "leading",   "measure",    "typeface",   "letter",      "paragraph",   "hyphen",     "justified", "column", "register",
    "gathering", "binding",  "watermark", "impression", "correction", "manuscript",  "catalogue",   "reference",  "chapter", "marginal", "annotation",
    "reader",   "workshop",  "apprentice", "foundry",   "punch",      "matrix",      "afterwards",  "different",  "probably", "remembered", "particular",
    "therefore", "considerable", "understanding", "between", "without", "ordinary",  "something",   "everything", "themselves"};
constexpr std::array<std::string_view, 6> first_names = {"Ada", "Jan", "Maria", "Otto", "Ruth", "Pavel"};
constexpr std::array<std::string_view, 6> family_names = {"Lindgren", "Moreau", "Brandt", "Okafor", "Castell", "Novak"};

// Numerical Recipes' linear congruential generator: the same numbers everywhere.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
  std::size_t below(std::size_t count) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % count;
  }

 private:
  std::uint32_t state_;
};

class Writer {
 public:
  Writer(std::size_t number, std::size_t count) : chance_(static_cast<std::uint32_t>(number)), number_(number), count_(count) {}

  std::string note() {
    text_ = "# " + title_of(number_) + "\n\n*" + sentence(9) + "*\n\n";
    for (std::size_t section = 0; section < sections_per_note; ++section) {
      text_ += "## " + heading() + "\n\n";
      for (int i = 0; i < 4; ++i) paragraph();
      special(section);
      for (int i = 0; i < 2; ++i) paragraph();
    }
    text_ += "## Key Players\n\n";
    for (int i = 0; i < 2; ++i) text_ += "- **[[" + person() + "]]** — " + sentence(12) + "\n";
    for (int note = 1; note <= footnotes_; ++note) text_ += "\n[^" + std::to_string(note) + "]: " + sentence(14) + "\n";
    return std::move(text_);
  }

  std::string short_note() {
    text_ = "---\ntags: [" + std::string(word()) + "]\naliases: [\"" + alias_of(number_) + "\"]\n---\n\n";
    for (std::size_t section = 0; section < 2; ++section) {
      text_ += "## " + section_of(number_, section) + "\n\n";
      for (int i = 0; i < 2; ++i) {
        plain_sentences(3);
        text_ += " See " + link() + ".\n\n";
      }
      text_ += "- " + link() + "\n- " + std::string(word()) + " *" + std::string(word()) + "* and **" + std::string(word()) +
               "** ^b" + std::to_string(section) + "\n\n";
    }
    return std::move(text_);
  }

  static std::string path_of(std::size_t number) {
    return "folder " + std::to_string(number % 97) + "/" + (number % 5 == 0 ? "deep/" : "") + title_of(number) + ".md";
  }

  static std::string title_of(std::size_t number) {
    Chance chance(static_cast<std::uint32_t>(number + 7777));
    const auto word = [&] { return std::string(words[16 + chance.below(words.size() - 16)]); };
    return "Note " + std::to_string(number + 1) + " on the " + word() + " and the " + word();
  }

 private:
  static std::string alias_of(std::size_t number) { return "N" + std::to_string(number + 1); }

  static std::string section_of(std::size_t number, std::size_t section) {
    Chance chance(static_cast<std::uint32_t>(number * 2 + section + 99));
    std::string text = section == 0 ? "What the" : "Why the";
    for (int i = 0; i < 3; ++i) text.append(" ").append(words[chance.below(words.size())]);
    return text;
  }

  void plain_sentences(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      text_ += i ? " The" : "The";
      for (std::size_t length = 11 + chance_.below(8); length > 0; --length) text_.append(" ").append(word());
      text_ += '.';
    }
  }

  std::string link() {
    const std::size_t to = chance_.below(count_);
    const std::string title = title_of(to);
    const auto section = [&] { return section_of(to, chance_.below(2)); };
    // Of 100 links one is broken.
    const std::size_t form = chance_.below(200);
    if (form == 0) return "[[" + title + " that is missing]]";
    if (form == 1) return "[[" + title + "#No such heading]]";
    if (form == 2) return "[[" + alias_of(to) + "]]";
    if (form < 12) return "[[" + title + "#^b1|a block]]";
    if (form < 30) return "[[" + title + "#" + section() + "]]";
    if (form < 40) return "[[" + path_of(to).substr(0, path_of(to).size() - 3) + "]]";
    if (form < 60) return "[" + std::string(word()) + "](<" + (number_ % 5 == 0 ? "../../" : "../") + path_of(to) + ">)";
    if (form < 80) return "[[" + title + "|" + std::string(word()) + " " + std::string(word()) + "]]";
    return "[[" + title + "]]";
  }

  std::string_view word() { return words[chance_.below(words.size())]; }

  std::string heading() {
    std::string text = "On";
    for (int i = 0; i < 4; ++i) text.append(" ").append(word());
    return text;
  }

  std::string person() {
    return std::string(first_names[chance_.below(first_names.size())]) + ' ' + std::string(family_names[chance_.below(family_names.size())]);
  }

  std::string sentence(std::size_t length) {
    std::string text(word());
    if (text.front() >= 'a') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    for (std::size_t i = 1; i < length; ++i) {
      text += i % 9 == 8 ? ", " : " ";
      switch (chance_.below(100)) {
        case 0: text += "[[" + title_of(chance_.below(count_)) + "]]"; break;
        case 1: text += "[[" + person() + "]]"; break;
        case 2: text.append("*").append(word()).append("*"); break;
        case 3: text.append("`").append(word()).append("_").append(word()).append("`"); break;
        default: text += word();
      }
    }
    return text + '.';
  }

  void paragraph() {
    for (std::size_t i = 0, count = 3 + chance_.below(3); i < count; ++i) text_ += (i ? " " : "") + sentence(12 + chance_.below(12));
    text_ += "\n\n";
  }

  void special(std::size_t section) {
    switch (section) {
      case 0:
        for (int i = 0; i < 5; ++i) text_ += "- " + sentence(11) + "\n";
        break;
      case 1:
        text_ += "```rust\n";
        for (int i = 0; i < 12; ++i)
          text_.append("    let ").append(word()).append(" = ").append(word()).append("(\"").append(word()).append("\", ").append(
              std::to_string(chance_.below(1000))).append("); // ").append(word()).append("\n");
        text_ += "```\n";
        break;
      case 2:
        text_ += "| Name | What it is | Number |\n|---|---|---:|\n";
        for (int i = 0; i < 6; ++i) text_ += "| " + std::string(word()) + " | " + sentence(7) + " | " + std::to_string(chance_.below(10000)) + " |\n";
        break;
      case 3:
        text_ += "> [!note] " + heading() + "\n> " + sentence(16) + "\n";
        break;
      default:
        ++footnotes_;
        text_ += sentence(10) + "[^" + std::to_string(footnotes_) + "]\n";
    }
    text_ += '\n';
  }

  Chance chance_;
  std::size_t number_, count_;
  int footnotes_ = 0;
  std::string text_;
};

}  // namespace

std::map<std::string, std::string> notes(std::size_t scale) {
  std::map<std::string, std::string> result;
  const std::size_t count = scale * notes_per_scale;
  for (std::size_t number = 0; number < count; ++number)
    result[Writer::title_of(number) + ".md"] = Writer(number, count).note();
  return result;
}

std::map<std::string, std::string> vault(std::size_t count) {
  std::map<std::string, std::string> result;
  for (std::size_t number = 0; number < count; ++number) result[Writer::path_of(number)] = Writer(number, count).short_note();
  return result;
}

}  // namespace octavo::bench
