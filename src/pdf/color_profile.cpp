#include "pdf/color_profile.h"

#include <lcms2.h>

#include <memory>
#include <string>

#include "base/failure.h"

namespace octavo::pdf {
namespace {

struct Close {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};

// ICC.1:2004-10, which PDF 1.7 knows.
std::string srgb_profile() {
  constexpr double version = 4.2;
  constexpr std::size_t date = 24, bytes_of_date = 12;  // in the header: 7.2
  const std::unique_ptr<void, Close> profile(cmsCreate_sRGBProfile());
  cmsUInt32Number size = 0;
  if (profile) {
    cmsSetProfileVersion(profile.get(), version);
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
  }
  std::string bytes(size, '\0');
  if (size <= date + bytes_of_date || !cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
    throw base::Failure("lcms2 cannot make a profile of sRGB");
  // It was made when sRGB was, whatever the clock says.
  constexpr unsigned char day_of_srgb[bytes_of_date] = {0x07, 0xCF, 0, 10, 0, 18};  // IEC 61966-2-1, October 1999
  bytes.replace(date, bytes_of_date, reinterpret_cast<const char*>(day_of_srgb), bytes_of_date);
  return bytes;
}

}  // namespace

void add_output_intent(Document& document) {
  const Reference profile = document.add_stream(Tokens("/N 3"), srgb_profile());
  document.extend_catalog(Tokens("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
                              .put("/Info(sRGB IEC61966-2.1)/DestOutputProfile")
                              .reference(profile)
                              .put(">>]"));
}

}  // namespace octavo::pdf
