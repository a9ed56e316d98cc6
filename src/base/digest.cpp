#include "base/digest.h"

#include <libdeflate.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>
#include <span>

namespace octavo::base {

namespace {

// octavo's own name space: the version 5 UUID of "octavo" in the name space of DNS. It must never change, or
// every book without an identifier of its own would become another book to its readers.
constexpr std::array<std::uint8_t, 16> name_space = {0x6c, 0x21, 0x44, 0x87, 0xa9, 0x87, 0x5a, 0xe2,
                                                     0x98, 0xea, 0x3e, 0xbe, 0x3b, 0xb1, 0x32, 0x16};

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

void append_hex(std::string& text, std::span<const std::uint8_t> bytes) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (const std::uint8_t byte : bytes) {
    text += hex[byte >> 4];
    text += hex[byte & 15];
  }
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), bytes_of(bytes));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  append_hex(hex, digest);
  return hex;
}

std::string uuid_urn(std::string_view name) {
  sha1_ctx context;
  sha1_init(&context);
  sha1_update(&context, name_space.size(), name_space.data());
  sha1_update(&context, name.size(), bytes_of(name));
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest;
  sha1_digest(&context, digest.size(), digest.data());
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0F) | 0x50);  // version 5
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3F) | 0x80);  // the variant of RFC 4122
  std::string urn = "urn:uuid:";
  std::size_t at = 0;
  for (const std::size_t length : {4, 2, 2, 2, 6}) {
    if (at > 0) urn += '-';
    append_hex(urn, std::span(digest).subspan(at, length));
    at += length;
  }
  return urn;
}

std::uint32_t crc32(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

}  // namespace octavo::base
