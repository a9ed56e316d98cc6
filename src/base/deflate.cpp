#include "base/deflate.h"

#include <libdeflate.h>

#include "base/failure.h"

namespace octavo::base {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw Failure("cannot compress: out of memory");
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

template <class Bound, class Compress>
std::string Deflater::compressed(std::string_view bytes, Bound bound, Compress compress) {
  if (const std::size_t most = bound(compressor_, bytes.size()); most > room_) {
    buffer_.reset(new char[most]);
    room_ = most;
  }
  return {buffer_.get(), compress(compressor_, bytes.data(), bytes.size(), buffer_.get(), room_)};
}

std::string Deflater::raw(std::string_view bytes) {
  return compressed(bytes, libdeflate_deflate_compress_bound, libdeflate_deflate_compress);
}

std::string Deflater::zlib(std::string_view bytes) {
  return compressed(bytes, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

}  // namespace octavo::base
