#pragma once
// Notes named on the command line.
#include <string>

#include "command/command.h"
#include "vault/vault.h"

namespace octavo::command {

// The note that a path, as seen from here or from the book's folder, or a name means. Throws Failure, with the nearest names, if there is
// none or more than one.
vault::NoteIndex note_called(const std::string& from, const vault::Vault& notes, const World& world);

}  // namespace octavo::command
