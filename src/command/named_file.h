#pragma once
// What a style sheet names by an address.
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "config/config.h"

namespace octavo::command {

// The file's path from the book's folder. Nothing if it is not there, or lies outside. `sheet`: the sheet's path from that folder.
std::optional<std::string> file_named(std::string_view address, const std::string& sheet, const config::Settings& settings,
                                      const base::Files& files);
// In words, that it is nothing; the same for both books, so that of a sheet for both it is told once.
std::string not_found(std::string_view address);
bool is_written_out(std::string_view address);  // `data:`, which names no file

}  // namespace octavo::command
