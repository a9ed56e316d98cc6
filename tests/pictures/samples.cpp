#include "samples.h"

#include <gif_lib.h>
#include <lcms2.h>
#include <webp/encode.h>

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "base/deflate.h"
#include "base/digest.h"

namespace octavo::pictures {
namespace {

constexpr std::uint32_t jpeg_width = 16, jpeg_height = 8;

struct Rgb {
  int red, green, blue;
};

Rgb quarter(std::uint32_t x, std::uint32_t y, std::uint32_t width, std::uint32_t height) {
  const bool right = x >= width / 2, below = y >= height / 2;
  if (!below) return right ? Rgb{0, 255, 0} : Rgb{255, 0, 0};
  return right ? Rgb{255, 255, 255} : Rgb{0, 0, 255};
}

std::string row_of(std::uint32_t y, JpegForm form) {
  std::string row;
  for (std::uint32_t x = 0; x < jpeg_width; ++x) {
    const auto [red, green, blue] = quarter(x, y, jpeg_width, jpeg_height);
    if (form == JpegForm::gray) {
      row += static_cast<char>((red + green + blue) / 3);
    } else {
      for (const int channel : {red, green, blue}) row += static_cast<char>(channel);
      // As Adobe writes inks: how much light is left; no black at all.
      if (form == JpegForm::cmyk || form == JpegForm::ycck) row += '\xFF';
    }
  }
  return row;
}

// TIFF in the order of Motorola with the one entry.
std::string exif(int orientation) {
  using namespace std::string_literals;
  return "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(orientation) +
         "\0\0\0\0\0\0"s;
}

std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 255);
  return bytes;
}

int append_to_string(GifFileType* file, const GifByteType* bytes, int count) {
  static_cast<std::string*>(file->UserData)
      ->append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
  return count;
}

void add_frame(GifFileType* file, const GifSample& sample) {
  if (sample.transparent >= 0) {
    const GraphicsControlBlock control{0, false, 0, sample.transparent};
    GifByteType bytes[4];
    EGifGCBToExtension(&control, bytes);
    EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, sizeof bytes, bytes);
  }
  std::string pixels = sample.pixels;
  const int height = static_cast<int>(pixels.size()) / sample.frame_width;
  EGifPutImageDesc(file, sample.left, sample.top, sample.frame_width, height, sample.is_interlaced, nullptr);
  EGifPutLine(file, reinterpret_cast<GifByteType*>(pixels.data()), static_cast<int>(pixels.size()));
}

std::string gif_of(const GifSample& sample, int frames) {
  std::string bytes;
  int error = 0;
  GifFileType* file = EGifOpen(&bytes, append_to_string, &error);
  EGifSetGifVersion(file, true);
  const GifColorType colors[4] = {{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}};
  ColorMapObject* map = GifMakeMapObject(4, colors);
  EGifPutScreenDesc(file, sample.width, sample.height, 2, 0, map);
  GifFreeMapObject(map);
  for (int frame = 0; frame < frames; ++frame) add_frame(file, sample);
  EGifCloseFile(file, &error);
  return bytes;
}

}  // namespace

Pixels quarters(std::uint32_t side) {
  Pixels pixels{side, side, false, {}, {}};
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < side; ++x) {
      const auto [red, green, blue] = quarter(x, y, side, side);
      for (const int channel : {red, green, blue}) pixels.color += static_cast<char>(channel);
    }
  return pixels;
}

std::string jpeg(const JpegSample& sample) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &buffer, &size);
  info.image_width = jpeg_width;
  info.image_height = jpeg_height * sample.times;
  const bool inks = sample.form == JpegForm::cmyk || sample.form == JpegForm::ycck;
  info.input_components = sample.form == JpegForm::gray ? 1 : inks ? 4 : 3;
  info.in_color_space = sample.form == JpegForm::gray ? JCS_GRAYSCALE : inks ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 100, TRUE);
  if (sample.form == JpegForm::ycck) jpeg_set_colorspace(&info, JCS_YCCK);
  if (sample.form == JpegForm::rgb) jpeg_set_colorspace(&info, JCS_RGB);
  if (sample.form == JpegForm::progressive) jpeg_simple_progression(&info);
  for (int index = 0; index < info.num_components; ++index)
    info.comp_info[index].h_samp_factor = info.comp_info[index].v_samp_factor = 1;
  jpeg_start_compress(&info, TRUE);
  if (sample.orientation) {
    const std::string marker = exif(sample.orientation);
    jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                      static_cast<unsigned>(marker.size()));
  }
  if (!sample.profile.empty())
    jpeg_write_icc_profile(&info, reinterpret_cast<const JOCTET*>(sample.profile.data()), static_cast<unsigned>(sample.profile.size()));
  for (std::uint32_t y = 0; y < jpeg_height * sample.times; ++y) {
    std::string row = row_of(y % jpeg_height, sample.form);
    auto* start = reinterpret_cast<unsigned char*>(row.data());
    jpeg_write_scanlines(&info, &start, 1);
  }
  jpeg_finish_compress(&info);
  std::string bytes(reinterpret_cast<const char*>(buffer), size);
  jpeg_destroy_compress(&info);
  std::free(buffer);
  return bytes;
}

std::string wide_profile() {
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};  // those of Adobe RGB (1998)
  cmsToneCurve* tones = cmsBuildGamma(nullptr, 2.2);
  cmsToneCurve* const curves[] = {tones, tones, tones};
  std::string bytes = saved(cmsCreateRGBProfile(&white, &primaries, curves));
  cmsFreeToneCurve(tones);
  return bytes;
}

std::string screen_profile() { return saved(cmsCreate_sRGBProfile()); }

std::string gray_profile(double gamma) {
  cmsToneCurve* tones = cmsBuildGamma(nullptr, gamma);
  std::string bytes = saved(cmsCreateGrayProfile(cmsD50_xyY(), tones));
  cmsFreeToneCurve(tones);
  return bytes;
}

std::string gray_inks_profile() {
  const auto sample = [](const cmsUInt16Number inks[], cmsUInt16Number lab[], void*) -> cmsInt32Number {
    const double taken = (inks[0] + inks[1] + inks[2] + inks[3]) / (4 * 65535.0);
    const cmsCIELab color{100 * (1 - taken), 0, 0};
    cmsFloat2LabEncoded(lab, &color);
    return TRUE;
  };
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
  cmsStageSampleCLut16bit(table, sample, nullptr, 0);
  cmsPipeline* steps = cmsPipelineAlloc(nullptr, 4, 3);
  cmsPipelineInsertStage(steps, cmsAT_END, cmsStageAllocToneCurves(nullptr, 4, nullptr));
  cmsPipelineInsertStage(steps, cmsAT_END, table);
  cmsPipelineInsertStage(steps, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 4.3);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsWriteTag(profile, cmsSigAToB0Tag, steps);
  std::string bytes = saved(profile);
  cmsPipelineFree(steps);
  return bytes;
}

std::string with_chunk(std::string png, std::string_view type, std::string_view data) {
  constexpr std::size_t behind_header = 33;
  const std::string checked = std::string(type).append(data);
  return png.insert(behind_header, big_endian(static_cast<std::uint32_t>(data.size())) + checked + big_endian(base::crc32(checked)));
}

std::string with_profile(std::string png, std::string_view profile) {
  using namespace std::string_literals;
  base::Deflater deflater;
  return with_chunk(std::move(png), "iCCP", "of a test\0\0"s + deflater.zlib(profile));
}

std::string gif(const GifSample& sample) { return gif_of(sample, 1); }
std::string animated_gif() { return gif_of({.pixels = {1, 2, 3, 0}}, 2); }

std::string webp(const Pixels& pixels) {
  std::string rgba;
  for (std::size_t index = 0; index < std::size_t{pixels.width} * pixels.height; ++index) {
    rgba.append(pixels.color, 3 * index, 3);
    rgba += pixels.alpha.empty() ? '\xFF' : pixels.alpha[index];
  }
  std::uint8_t* output = nullptr;
  const std::size_t size = WebPEncodeLosslessRGBA(
      reinterpret_cast<const std::uint8_t*>(rgba.data()), static_cast<int>(pixels.width),
      static_cast<int>(pixels.height), static_cast<int>(4 * pixels.width), &output);
  std::string bytes(reinterpret_cast<const char*>(output), size);
  WebPFree(output);
  return bytes;
}

std::string svg(std::string_view attributes, std::string_view content) {
  std::string text = "<svg xmlns='http://www.w3.org/2000/svg' ";
  return text.append(attributes).append(">").append(content).append("</svg>");
}

std::vector<std::string> one_of_each() {
  return {encoded_png(quarters(8)),
          jpeg(),
          jpeg({.form = JpegForm::progressive, .orientation = 6}),
          jpeg({.form = JpegForm::ycck}),
          with_profile(encoded_png(quarters(2)), wide_profile()),
          gif({.pixels = {1, 2, 3, 0}}),
          webp(quarters(8)),
          svg("viewBox='0 0 8 8'",
              "<style>rect { fill: url(#a) }</style><rect width='8' height='8'/><text>A &amp; B</text>")};
}

std::string pixel(const Pixels& pixels, std::uint32_t x, std::uint32_t y) {
  const std::size_t index = std::size_t{y} * pixels.width + x;
  std::string bytes = pixels.gray ? pixels.color.substr(index, 1) : pixels.color.substr(3 * index, 3);
  if (!pixels.alpha.empty()) bytes += pixels.alpha[index];
  std::string hex;
  for (const char byte : bytes)
    for (const int shift : {4, 0}) hex += "0123456789abcdef"[static_cast<unsigned char>(byte) >> shift & 15];
  return hex;
}

}  // namespace octavo::pictures
