#pragma once
// Which characters a face can draw. A cluster is what a reader takes for one character: a base with its
// marks, variation selectors and joiners; it is never divided between two faces.
#include <string>
#include <string_view>

#include "glyphs/face.h"

namespace octavo::glyphs {

// The end of the cluster that begins at `at`, in bytes; at < text.size().
std::size_t long_cluster_end(std::string_view text, std::size_t at);
inline std::size_t cluster_end(std::string_view text, std::size_t at) {
  const auto is_ascii = [&](std::size_t place) { return static_cast<unsigned char>(text[place]) < 0x80; };
  return is_ascii(at) && (at + 1 == text.size() || is_ascii(at + 1)) ? at + 1 : long_cluster_end(text, at);
}

// Whether HarfBuzz can draw the whole cluster with this face: by glyphs of its own, composed or decomposed,
// or because nothing is to be seen of the character.
bool draws(const Face& face, std::string_view cluster);

// The characters of the cluster that something is to be seen of.
std::u32string visible(std::string_view cluster);

// The characters of the cluster that the face cannot draw.
std::u32string undrawn(const Face& face, std::string_view cluster);

}  // namespace octavo::glyphs
