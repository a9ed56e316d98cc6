#pragma once
// octavo's taste in fonts: which families it takes by itself, and which stand in for a font that lacks a
// character.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace octavo::glyphs {

enum class Kind : std::uint8_t { serif, sans, mono };

// The kind that "serif", "sans-serif" and "monospace" ask for; nothing for other names.
std::optional<Kind> generic_kind(std::string_view family);
// The families octavo takes for it, in order.
std::vector<std::string_view> families_of(Kind kind);

// How well a family stands in where a font of this kind lacks the character, least is best. The language
// decides between the national forms of Chinese characters.
int suitability(std::string_view family, char32_t character, std::string_view language, Kind kind);

bool same_name(std::string_view left, std::string_view right);  // whatever the case of its ASCII letters

}  // namespace octavo::glyphs
