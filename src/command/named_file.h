#pragma once
// What a style sheet names by an address.
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "config/config.h"

namespace octavo::command {

// The file's path from the book's folder. Nothing if it is not there, or lies outside. `sheet`: the sheet's path from that folder.
std::optional<std::string> file_named(std::string_view address, const std::string& sheet, const config::Settings& settings, const base::Files& files);

}  // namespace octavo::command
