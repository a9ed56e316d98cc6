#pragma once
// In goes the text of a TOML file, out come plain values, each with its place. Private to the room: it keeps
// toml++ in one file.
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

enum class TomlKind { text, number, truth, date, list, table };

struct TomlKey {
  std::string name;
  base::Span where;
};

struct TomlValue {
  TomlKind kind = TomlKind::text;
  base::Span where;
  std::string text;  // of a text its content; of a number or a date what was written
  bool truth = false;
  std::vector<TomlValue> items;  // of a list or a table
  std::vector<TomlKey> keys;     // of a table: the key of each item, sorted by bytes
};

// The top table. Nothing if the TOML is broken, which is reported at its place.
std::optional<TomlValue> read_toml(base::FileId file, diagnostics::Sink& sink);

}  // namespace octavo::config
