#include <qrencode.h>

#include <memory>

#include "pictures/pictures.h"

namespace octavo::pictures {

std::optional<QrCode> qr_code(const std::string& bytes) {
  constexpr int smallest_that_fits = 0;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(bytes.c_str(), smallest_that_fits, QR_ECLEVEL_M), QRcode_free);
  if (!code || bytes.find('\0') != bytes.npos) return std::nullopt;
  QrCode result{static_cast<std::size_t>(code->width), {}};
  result.dark.reserve(result.side * result.side);
  for (std::size_t i = 0; i < result.side * result.side; ++i) result.dark.push_back((code->data[i] & 1) != 0);
  return result;
}

}  // namespace octavo::pictures
