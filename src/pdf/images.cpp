#include "pdf/images.h"

#include <optional>

#include "base/paths.h"
#include "pdf/predictor.h"
#include "pictures/pictures.h"

namespace octavo::pdf {
namespace {

Tokens image_entries(std::uint32_t width, std::uint32_t height, bool is_gray) {
  Tokens entries("/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace");
  entries.put(is_gray ? "/DeviceGray" : "/DeviceRGB")
      .put("/Width")
      .integer(width)
      .put("/Height")
      .integer(height);
  return entries;
}

// Rows of pixels, with PNG's predictors where they make the file smaller.
Reference add_samples(Document& document, Tokens entries, std::string samples, Raster raster) {
  if (gains_by_prediction(samples, raster)) {
    entries.put("/DecodeParms<</Predictor 15/Colors")
        .integer(raster.channels)
        .put("/Columns")
        .integer(raster.width);
    entries.put(">>");
    samples = predicted(samples, raster);
  }
  return document.add_stream(std::move(entries), std::move(samples));
}

std::optional<Image> add_jpeg(Document& document, std::string bytes) {
  const auto facts = pictures::passable_jpeg(bytes);
  if (!facts) return {};
  Tokens entries = image_entries(facts->width, facts->height, facts->channels == 1);
  entries.put("/Filter/DCTDecode");
  return Image{document.add_stream(std::move(entries), std::move(bytes), Coding::plain), {}, false};
}

std::optional<Image> add_png(Document& document, std::string_view bytes, pictures::Ink ink) {
  auto png = pictures::passable_png(bytes);
  if (!png) return {};
  if (ink == pictures::Ink::grey && (png->is_indexed || png->channels > 1)) return {};
  Tokens entries("/Type/XObject/Subtype/Image/BitsPerComponent");
  entries.integer(png->bits).put("/Width").integer(png->width).put("/Height").integer(png->height).put("/ColorSpace");
  if (png->is_indexed) {
    const auto last = static_cast<std::int64_t>(png->palette.size() / 3 - 1);
    const Reference palette = document.add_stream(Tokens(), std::move(png->palette));
    entries.put("[/Indexed/DeviceRGB").integer(last).reference(palette).put("]");
  } else {
    entries.put(png->channels == 1 ? "/DeviceGray" : "/DeviceRGB");
  }
  entries.put("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors").integer(png->channels);
  entries.put("/BitsPerComponent").integer(png->bits).put("/Columns").integer(png->width).put(">>");
  return Image{document.add_stream(std::move(entries), std::move(png->data), Coding::plain), {}, false};
}

std::optional<Image> add_drawing(Document& document, const std::string& bytes, float width, pictures::Ink ink) {
  auto drawing = pictures::vectors(bytes, width, [&] { return document.reserve().number; }, ink);
  if (!drawing) return {};
  const Reference form{drawing->objects.front().number};
  for (auto& object : drawing->objects) {
    if (object.data)
      document.fill_stream({object.number}, Tokens(object.entries), std::move(*object.data), Coding::deflated);
    else
      document.fill({object.number}, Tokens(object.entries));
  }
  return Image{form, {}, drawing->is_translucent};
}

std::optional<Image> add_pixels(Document& document, std::string_view bytes, pictures::Ink ink) {
  auto pixels = pictures::decode(bytes);
  if (!pixels) return {};
  if (ink == pictures::Ink::grey) pictures::turn_grey(*pixels);
  Image image;
  Tokens entries = image_entries(pixels->width, pixels->height, pixels->gray);
  if (!pixels->alpha.empty()) {
    image.is_translucent = true;
    const Tokens mask = image_entries(pixels->width, pixels->height, true);
    entries.put("/SMask").reference(
        add_samples(document, mask, std::move(pixels->alpha), {pixels->width, pixels->height, 1}));
  }
  const std::uint32_t channels = pixels->gray ? 1 : 3;
  image.object = add_samples(document, std::move(entries), std::move(pixels->color),
                             {pixels->width, pixels->height, channels});
  return image;
}

std::optional<Image> add_image(Document& document, const pages::PictureSource& source,
                               const Library& library) {
  const std::string path = base::join(library.root, source.path);
  if (library.files.kind(path) != base::FileKind::file) return {};
  std::string bytes = library.files.read(path);
  const pictures::Ink ink = source.in_grey ? pictures::Ink::grey : pictures::Ink::color;
  if (source.kind == book::AssetKind::jpeg) {
    if (auto grey = source.in_grey ? pictures::grey_jpeg(bytes) : std::nullopt) bytes = std::move(*grey);
    if (auto image = add_jpeg(document, bytes)) return image;
  }
  if (source.kind == book::AssetKind::png) {
    if (auto image = add_png(document, bytes, ink)) return image;
  }
  if (source.kind == book::AssetKind::svg) return add_drawing(document, bytes, source.width, ink);
  return add_pixels(document, bytes, ink);
}

}  // namespace

std::vector<Image> add_images(Document& document, const pages::Pages& pages, const Library& library,
                              diagnostics::Sink& sink) {
  std::vector<bool> is_shown(pages.pictures.size());
  for (const auto& page : pages.pages) {
    for (const auto& item : page.items) {
      if (const auto* picture = std::get_if<pages::Picture>(&item)) is_shown[picture->picture.index()] = true;
    }
  }
  std::vector<Image> images(pages.pictures.size());
  for (std::size_t i = 0; i < images.size(); ++i) {
    if (!is_shown[i]) continue;
    const auto& source = pages.pictures[i];
    if (auto image = add_image(document, source, library)) {
      images[i] = std::move(*image);
      images[i].name = "P" + std::to_string(i + 1);
    } else {
      sink.report(diagnostics::Rule::image_unreadable, {},
                  "the picture \"" + source.path +
                      "\" cannot be read, its place stays empty; open it in an editor "
                      "and save it again as PNG, JPEG or SVG");
    }
  }
  return images;
}

Tokens resources(const std::vector<Image>& images) {
  Tokens entries;
  for (const auto& image : images) {
    if (image.object) entries.name(image.name).reference(image.object);
  }
  return entries;
}

}  // namespace octavo::pdf
