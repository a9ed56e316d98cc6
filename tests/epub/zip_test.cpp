// The container, looked at byte by byte where the format asks for bytes.
#include <gtest/gtest.h>

#include "epub/epub.h"

namespace octavo::epub {
namespace {

unsigned number(const std::string& bytes, std::size_t at, int size) {
  unsigned value = 0;
  while (size-- > 0) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(size)]);
  return value;
}

TEST(Zip, BeginsWithItsTypeStoredAndBare) {
  const std::string bytes = packed({{"META-INF/container.xml", "<container/>", ""}});
  ASSERT_GT(bytes.size(), 58u);
  EXPECT_EQ(number(bytes, 0, 4), 0x04034B50u);
  EXPECT_EQ(number(bytes, 6, 2) & 8u, 0u) << "a data descriptor";
  EXPECT_EQ(number(bytes, 8, 2), 0u) << "compressed";
  EXPECT_EQ(number(bytes, 26, 2), 8u);
  EXPECT_EQ(number(bytes, 28, 2), 0u) << "an extra field";
  EXPECT_EQ(bytes.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(Zip, IsTheSameForTheSameFiles) {
  const std::vector<NamedFile> files = {{"a", std::string(5000, 'x'), ""}, {"b/c", "", ""}, {"é", "e", ""}};
  EXPECT_EQ(packed(files), packed(files));
}

TEST(Zip, DeflatesWhatItHolds) { EXPECT_LT(packed({{"a", std::string(100'000, 'x'), ""}}).size(), 2000u); }

}  // namespace
}  // namespace octavo::epub
