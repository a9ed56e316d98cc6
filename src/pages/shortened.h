#pragma once
// A title too long for its line.
#include <functional>
#include <string>

namespace octavo::pages {

// The title whole if it fits, else as much of it as does with an ellipsis after it: whole words, or letters where not even the first
// word fits. At least one letter stays. `fits` is asked a dozen times, however long the title is.
std::string shortened(const std::string& title, const std::function<bool(const std::string&)>& fits);

}  // namespace octavo::pages
