#pragma once
// Compression by libdeflate, level 6. Deterministic: the same bytes give the same bytes.
#include <string>
#include <string_view>

namespace octavo::base {

std::string deflated(std::string_view bytes);       // a raw deflate stream, for zip
std::string zlib_deflated(std::string_view bytes);  // with the zlib wrapper, for PDF's FlateDecode

}  // namespace octavo::base
