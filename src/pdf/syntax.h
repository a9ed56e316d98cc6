#pragma once
// The text of a PDF object taken apart again (ISO 32000-1, 7.3), one level at a time: what is inside a value stays text.
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pdf/objects.h"

namespace octavo::pdf {

// "<</Kids[1 0 R]/Count 1>>" is {"/Kids", "[1 0 R]"}, {"/Count", "1"}. Nothing for what is no dictionary.
using Entries = std::vector<std::pair<std::string_view, std::string_view>>;
Entries entries_of(std::string_view dictionary);
// The value of the key, with its slash; "" if there is none.
std::string_view entry(const Entries& entries, std::string_view key);

// "[1 0 R/XYZ 0 7.5 null]" is "1 0 R", "/XYZ", "0", "7.5", "null". Nothing for what is no array.
std::vector<std::string_view> items_of(std::string_view array);

Reference reference_in(std::string_view value);  // none if it is no reference
std::optional<double> number_in(std::string_view value);

}  // namespace octavo::pdf
