#pragma once
// The names that octavo's books are made of: what a selector can mean. Everything else in a sheet is a slip, but for classes and ids,
// which authors give too.
#include <span>
#include <string>
#include <string_view>

namespace octavo::style {

std::span<const std::string_view> element_names();
bool is_html(std::string_view name);                  // one that other books have
std::string nearest_element(std::string_view name);  // what is said of a name that print has not
std::span<const std::string_view> class_names();  // those that octavo gives itself

}  // namespace octavo::style
