#include "base/deflate.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>

using namespace octavo::base;

namespace {

template <class Decompress>
std::string inflated(const std::string& packed, std::size_t size, Decompress decompress) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  std::string bytes(size, '\0');
  const auto result =
      decompress(decompressor.get(), packed.data(), packed.size(), bytes.data(), bytes.size(), nullptr);
  return result == LIBDEFLATE_SUCCESS ? bytes : "damaged";
}

}  // namespace

TEST(Deflate, PacksSoThatTheSameBytesComeOut) {
  std::string prose;
  for (int i = 0; i < 1000; ++i) prose += "line " + std::to_string(i) + " of a long text\n";
  Deflater deflater;
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("\0\xFF\0", 3), prose}) {
    EXPECT_EQ(inflated(deflater.raw(bytes), bytes.size(), libdeflate_deflate_decompress), bytes);
    EXPECT_EQ(inflated(deflater.zlib(bytes), bytes.size(), libdeflate_zlib_decompress), bytes);
  }
  EXPECT_LT(deflater.raw(prose).size(), prose.size() / 4);
}
