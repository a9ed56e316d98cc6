#include "base/digest.h"

#include <gtest/gtest.h>

using namespace octavo::base;

TEST(Digest, Sha256AgreesWithTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, Crc32AgreesWithZip) { EXPECT_EQ(crc32("123456789"), 0xCBF43926u); }

// As Python's uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "octavo"), name) has them.
TEST(Digest, UuidsAreOfVersionFiveInOctavosNameSpace) {
  EXPECT_EQ(uuid_urn("Bedrock"), "urn:uuid:33b19622-12ee-581b-a6bc-8cf9c147e804");
  EXPECT_EQ(uuid_urn(""), "urn:uuid:76abdbcc-23b8-5dd6-b282-027c0d3c5370");
}
