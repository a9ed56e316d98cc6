#include "pictures/pictures.h"

#include "pictures/raster.h"
#include "pictures/svg.h"

namespace octavo::pictures {

namespace {

bool has(std::string_view bytes, std::string_view what) { return bytes.find(what) != bytes.npos; }

// By the marks that an animation bears; a picture that has one and stands still is rare.
bool may_move(Kind kind, std::string_view bytes) {
  switch (kind) {
    case Kind::png: return has(bytes.substr(0, bytes.find("IDAT")), "acTL");
    case Kind::gif: {
      constexpr std::string_view frame = "\x21\xF9\x04";  // graphic control extension
      const std::size_t first = bytes.find(frame);
      return first != bytes.npos && has(bytes.substr(first + 1), frame);
    }
    case Kind::webp: return has(bytes.substr(0, 64), "ANIM");
    case Kind::svg: return has(bytes, "<animate") || has(bytes, "<set") || has(bytes, "animation");
    case Kind::jpeg: break;
  }
  return false;
}

std::optional<Facts> still_facts(std::string_view bytes) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (!kind) return svg_facts(bytes);
  switch (*kind) {
    case Kind::png:
      return png_facts(bytes);
    case Kind::jpeg:
      return jpeg_facts(bytes);
    case Kind::gif:
      return gif_facts(bytes);
    case Kind::webp:
      return webp_facts(bytes);
    case Kind::svg:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Facts> facts(std::string_view bytes) {
  auto found = still_facts(bytes);
  if (found) found->may_move = may_move(found->kind, bytes);
  return found;
}

bool is_whole(std::string_view bytes) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (kind == Kind::jpeg) return is_whole_jpeg(bytes);
  if (kind == Kind::png) return is_whole_png(bytes);
  return !kind || decode(bytes);
}

std::optional<Prepared> prepared(std::string_view bytes) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (kind == Kind::jpeg) return prepared_jpeg(bytes);
  if (kind == Kind::png) return prepared_png(bytes);
  return std::nullopt;
}

std::optional<Pixels> decode(std::string_view bytes, std::uint32_t width_hint) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (!kind) return drawn_svg(bytes, width_hint);
  switch (*kind) {
    case Kind::png:
      return decoded_png(bytes);
    case Kind::jpeg:
      return decoded_jpeg(bytes);
    case Kind::gif:
      return decoded_gif(bytes);
    case Kind::webp:
      return decoded_webp(bytes);
    case Kind::svg:
      break;
  }
  return std::nullopt;
}

}  // namespace octavo::pictures
