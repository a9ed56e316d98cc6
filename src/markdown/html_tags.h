#pragma once
// Single tags of raw HTML, as they stand in a text.
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "markdown/pairs.h"

namespace octavo::markdown {

// Reads the tag that begins at `at`, with those of its attributes that are kept, the first of each name.
// Nothing if there is none; otherwise `at` is moved behind it.
std::optional<Tag> read_tag(std::string_view html, std::size_t& at);
// Whether a tag begins at `at`, be it closed or not.
bool begins_tag(std::string_view html, std::size_t at);
// The names of all elements that are closed somewhere in the text.
void add_closed_names(std::string_view html, std::set<std::string>& names);
// Takes the address out of a link that would run something instead of leading somewhere; returns whether it
// did.
bool disarm(Tag& tag);
// Whether an author who wrote this of an unknown element meant text, as in `Vec<T>`.
bool is_literal(const Tag& tag, const std::set<std::string>& closed);
std::string lower(std::string_view text);

}  // namespace octavo::markdown
