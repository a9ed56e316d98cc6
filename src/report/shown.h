#pragma once
// Text that other people wrote, as it may reach a terminal or a log. Private to the room.
#include <string>
#include <string_view>

namespace octavo::report {

// Control characters could drive the terminal and bidirectional ones show a line in another order than it is
// in, so neither may reach it.
bool is_dangerous(char32_t code_point);
// U+FFFD for what is dangerous. Tabs are the one exception, where the caller lines something up with them.
void append_shown(std::string& out, char32_t code_point);
// In one line, whatever the names in it hold.
void append_message(std::string& out, std::string_view message);

}  // namespace octavo::report
