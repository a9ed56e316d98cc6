#pragma once
// From the folders of the notes to the parts of the book. Private to the room.
#include <string>
#include <utility>
#include <vector>

#include "vault/vault.h"

namespace octavo::vault {

// The folders straight below the one that holds all the notes; none if there are no such folders. See
// Vault::parts.
std::vector<std::pair<std::string, std::size_t>> parts_of(const std::vector<Note>& notes);
// A folder's name without the number that only sorts it: "01 - Beginnings" gives "Beginnings", "2024 notes"
// stays.
std::string part_title(const std::string& folder);

}  // namespace octavo::vault
