#pragma once
// Declarations to a style: what they change, made ready once, and what they come to together (Cascading 4, section 6).
#include <string>
#include <string_view>
#include <vector>

#include "style/parse.h"
#include "style/properties.h"
#include "style/style.h"

namespace octavo::style {

// A declaration made ready: a custom property, or the changes it makes, or (with var() in it) what they will
// be made from.
struct Ready {
  Declaration source;
  const Property* property = nullptr;
  Settings settings;
};

// What all selectors of a rule are of.
enum class Subject { any, first_letter };
// Those that print can use; the others are noted.
std::vector<Ready> ready(Declarations declarations, const Properties& properties, const Notes& notes, Subject subject = Subject::any);

void note_unknown(const Declaration& declaration, const std::vector<std::string>& names, const Notes& notes);
void note_value(const Declaration& declaration, const Notes& notes);

// What an element has before any declaration.
Computed inherited_from(const Computed& parent);

enum class Standing { root, inside };
// `declarations`: the stronger after the weaker.
Computed computed(const std::vector<const Ready*>& declarations, const Computed& start, const Computed& parent, Standing standing);

}  // namespace octavo::style
