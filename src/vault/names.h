#pragma once
// Names of notes that will give trouble to whoever links to them. Private to the room.
#include "vault/vault.h"

namespace octavo::vault {

// note/unlinkable-name, once a note (W39, W72), and note/twin-name, at the second of two paths that are one
// in NFC.
void report_names(const Vault& vault, diagnostics::Sink& sink);

}  // namespace octavo::vault
