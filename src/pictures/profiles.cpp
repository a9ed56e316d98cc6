#include "pictures/profiles.h"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace octavo::pictures {
namespace {

struct Close {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Close>;

struct Delete {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, Delete>;

constexpr cmsUInt32Number with_alpha(cmsUInt32Number format) { return format | EXTRA_SH(1); }

struct Formats {
  cmsUInt32Number from, to;
  cmsColorSpaceSignature space;
  int channels;
};

Formats formats_of(Channels channels) {
  switch (channels) {
    case Channels::gray: return {TYPE_GRAY_8, TYPE_GRAY_8, cmsSigGrayData, 1};
    case Channels::gray_alpha: return {with_alpha(TYPE_GRAY_8), with_alpha(TYPE_GRAY_8), cmsSigGrayData, 1};
    case Channels::rgb: return {TYPE_RGB_8, TYPE_RGB_8, cmsSigRgbData, 3};
    case Channels::rgb_alpha: return {TYPE_RGBA_8, TYPE_RGBA_8, cmsSigRgbData, 3};
    case Channels::inks: return {TYPE_CMYK_8, TYPE_RGB_8, cmsSigCmykData, 4};
    case Channels::inverted_inks: return {TYPE_CMYK_8_REV, TYPE_RGB_8, cmsSigCmykData, 4};
  }
  return {};
}

// IEC 61966-2-1, for what has no colours.
Profile screen_gray() {
  const double curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve* tones = cmsBuildParametricToneCurve(nullptr, 4, curve);
  Profile profile(cmsCreateGrayProfile(cmsD50_xyY(), tones));
  cmsFreeToneCurve(tones);
  return profile;
}

class Lcms final : public ToScreen {
 public:
  explicit Lcms(Transform transform) : transform_(std::move(transform)) {}

  void convert(const char* from, char* to, std::size_t pixels) const override {
    cmsDoTransform(transform_.get(), from, to, static_cast<cmsUInt32Number>(pixels));
  }

 private:
  Transform transform_;
};

// What does not change a colour by more than rounding does.
bool changes_nothing(void* transform, int channels) {
  constexpr int as_good_as_same = 3;
  std::string probes;
  constexpr int steps = 5;
  const auto level = [](int step) { return static_cast<char>(255 * step / (steps - 1)); };
  if (channels == 1) {
    for (int step = 0; step < steps; ++step) probes += level(step);
  } else {
    for (int red = 0; red < steps; ++red)
      for (int green = 0; green < steps; ++green)
        for (int blue = 0; blue < steps; ++blue) probes += {level(red), level(green), level(blue)};
  }
  std::string seen(probes.size(), '\0');
  cmsDoTransform(transform, probes.data(), seen.data(), static_cast<cmsUInt32Number>(probes.size() / static_cast<std::size_t>(channels)));
  return std::equal(probes.begin(), probes.end(), seen.begin(), [](char before, char after) {
    return std::abs(static_cast<unsigned char>(before) - static_cast<unsigned char>(after)) <= as_good_as_same;
  });
}

}  // namespace

std::unique_ptr<ToScreen> to_screen(std::string_view profile, Channels channels) {
  if (profile.empty()) return nullptr;
  const Formats formats = formats_of(channels);
  const Profile meant(cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
  if (!meant || cmsGetColorSpace(meant.get()) != formats.space) return nullptr;
  const Profile screen = formats.channels == 1 ? screen_gray() : Profile(cmsCreate_sRGBProfile());
  const auto transform = [&](cmsUInt32Number from, cmsUInt32Number to) {
    // Black stays black, and what a screen can show stays as it is.
    constexpr cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_COPY_ALPHA;
    return Transform(cmsCreateTransform(meant.get(), from, screen.get(), to, INTENT_RELATIVE_COLORIMETRIC, flags));
  };
  if (formats.channels < 4) {
    const auto format = formats.channels == 1 ? TYPE_GRAY_8 : TYPE_RGB_8;
    const Transform probe = transform(format, format);
    if (!probe || changes_nothing(probe.get(), formats.channels)) return nullptr;
  }
  Transform made = transform(formats.from, formats.to);
  return made ? std::make_unique<Lcms>(std::move(made)) : nullptr;
}

}  // namespace octavo::pictures
