#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace octavo::base {

std::string sha256_hex(std::string_view bytes);
// A name-based UUID (RFC 4122 version 5) in octavo's own name space, as "urn:uuid:...".
std::string uuid_urn(std::string_view name);
std::uint32_t crc32(std::string_view bytes);

}  // namespace octavo::base
