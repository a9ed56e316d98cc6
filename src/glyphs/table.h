#pragma once
// The bytes of one table of a font; reading past the end gives zeros, as for a table that is not there.
#include <cstdint>
#include <string_view>

#include "glyphs/face.h"

namespace octavo::glyphs {

class Table {
 public:
  Table(hb_face_t* face, const char (&tag)[5])
      : blob_(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_.get(), &length);
    bytes_ = {data, data ? length : 0};
  }
  std::uint8_t byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : 0;
  }
  bool is_there() const { return !bytes_.empty(); }
  std::uint16_t uint16(std::size_t at) const { return static_cast<std::uint16_t>(byte(at) << 8 | byte(at + 1)); }
  std::int16_t int16(std::size_t at) const { return static_cast<std::int16_t>(uint16(at)); }
  std::uint32_t uint32(std::size_t at) const {
    return std::uint32_t{byte(at)} << 24 | std::uint32_t{byte(at + 1)} << 16 |
           std::uint32_t{byte(at + 2)} << 8 | byte(at + 3);
  }

 private:
  HbBlob blob_;
  std::string_view bytes_;
};

}  // namespace octavo::glyphs
