#include "resolve/media.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/paths.h"
#include "config/config.h"
#include "resolve/note_choice.h"

namespace octavo::resolve {

namespace {

struct Medium {
  std::string_view extension, fate;
};

constexpr std::string_view sound =
    " is a sound, which no page can play; it is left out, and its name stays as text";
constexpr std::string_view film =
    " is a film, which no page can show; it is left out, and its name stays as text";

// By extension.
constexpr auto media = std::to_array<Medium>({
    {"3gp", film},
    {"base", " is a base, which only Obsidian can query; its name stays as text"},
    {"canvas",
     " is a canvas, which only Obsidian draws; its name stays as text, export a picture to show that"},
    {"flac", sound},
    {"m4a", sound},
    {"mkv", film},
    {"mov", film},
    {"mp3", sound},
    {"mp4", film},
    {"ogg", sound},
    {"ogv", film},
    {"pdf", " is a PDF, whose pages octavo does not take over; its name stays as text"},
    {"wav", sound},
    {"webm", film},
});

}  // namespace

bool names_file(const std::string& path) {
  return config::is_picture(path) ||
         std::ranges::find(media, base::extension_of(path), &Medium::extension) != media.end();
}

std::string why_unsupported(const std::string& path) {
  const std::string extension = base::extension_of(path);
  const auto found =
      std::find_if(media.begin(), media.end(), [&](const Medium& one) { return one.extension == extension; });
  return found == media.end() ? "" : quoted(path).append(found->fate);
}

}  // namespace octavo::resolve
