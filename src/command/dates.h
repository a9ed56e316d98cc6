#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace octavo::command {

// SOURCE_DATE_EPOCH, seconds since 1970, as "YYYY-MM-DDThh:mm:ssZ"; nothing where it is "". Throws Failure if
// it is no such number.
std::optional<std::string> moment_of_epoch(std::string_view seconds);

}  // namespace octavo::command
