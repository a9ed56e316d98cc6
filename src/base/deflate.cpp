#include "base/deflate.h"

#include <libdeflate.h>

#include <memory>

#include "base/failure.h"

namespace octavo::base {

namespace {

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

template <class Bound, class Compress>
std::string compressed(std::string_view bytes, Bound bound, Compress compress) {
  const Compressor compressor(libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
  if (!compressor) throw Failure("cannot compress: out of memory");
  std::string result(bound(compressor.get(), bytes.size()), '\0');
  result.resize(compress(compressor.get(), bytes.data(), bytes.size(), result.data(), result.size()));
  return result;
}

}  // namespace

std::string deflated(std::string_view bytes) {
  return compressed(bytes, libdeflate_deflate_compress_bound, libdeflate_deflate_compress);
}

std::string zlib_deflated(std::string_view bytes) {
  return compressed(bytes, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

}  // namespace octavo::base
