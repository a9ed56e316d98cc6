#pragma once
// What needs Unicode's tables, by ICU: folding for comparisons, collation for order, case for display.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

std::string nfc(std::string_view text);
// For comparing names: NFC, full case folding, runs of white space to one space, ends trimmed.
std::string folded(std::string_view text);
// For identifiers in addresses, as GitHub makes them: folded, letters and digits and "-" and "_" kept, spaces to "-".
std::string slug(std::string_view text);
// Letters without their marks, folded: "Ångström" -> "angstrom". For Latin ids and for nearest names.
std::string unmarked(std::string_view text);
std::string upper(std::string_view text, std::string_view language);
std::string capitalized(std::string_view text);  // the first letter of every word
std::string lower(std::string_view text, std::string_view language);
// Whether it is a letter of a script that sets spaces between words, so that a line can end within one only by a hyphen: no ideograph, no
// Thai. Classes AL and HL of UAX #14.
bool is_of_spaced_word(char32_t code_point);
bool is_capital(char32_t code_point);
std::string trimmed(std::string_view text);  // white space (Unicode) off both ends
bool is_blank(std::string_view text);        // nothing but white space and what is never seen, such as U+200B
std::size_t edit_distance(std::string_view left, std::string_view right);  // Damerau, in code points, of the folded forms
// The names nearest to `name`, best first: only such as a person could have meant (distance of the unmarked forms at most a
// third of the longer, or one stands in the other from the beginning of a word on). `name` itself is never among them. At
// most `most`.
std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names, std::size_t most = 3);

// Order of a language (BCP 47) by ICU collation; made once, used for one sort.
class Collator {
 public:
  explicit Collator(std::string_view language);
  ~Collator();
  Collator(Collator&&) noexcept;
  // Compare keys by bytes. Numbers in the text count by value, signs before its first letter or digit not at all; texts with
  // the same initial stand together, and only equal texts have equal keys.
  std::string key(std::string_view text) const;
  std::string initial(std::string_view text) const;  // the heading letter of an index, "#" for what is no letter

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace octavo::base
