#pragma once
// From TOML values to settings: one function for each kind of value a key can take. Private to the room.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "book/book.h"
#include "config/toml.h"
#include "diagnostics/diagnostics.h"

namespace octavo::config {

// What a key's value is given to.
struct Key {
  std::string_view name;
  std::function<void(const TomlValue&)> take;
};

// A value of the wrong kind or form is reported, and then the functions return nothing.
class Reading {
 public:
  Reading(const base::Files& files, const std::string& root, diagnostics::Sink& sink)
      : files_(files), root_(root), sink_(sink) {}

  // Gives each item to its key. An item that no key is for is reported with the nearest key.
  void table(const TomlValue& value, const std::vector<Key>& keys);

  // The same for a table whose keys are the author's own.
  void each(const TomlValue& value, const std::function<void(const TomlKey&, const TomlValue&)>& take);

  std::optional<std::string> text(const TomlValue& value);  // plain() in forms.h; "" is taken
  std::optional<bool> truth(const TomlValue& value);
  std::optional<std::span<const TomlValue>> items(
      const TomlValue& value);  // of a list; one text is a list of one
  std::optional<std::vector<std::string>> texts(const TomlValue& value);  // empty ones are left out
  std::optional<std::string> path(
      const TomlValue& value);  // in normal form, relative to the root and inside it
  std::optional<std::string> file(const TomlValue& value);    // a path where a file is
  std::optional<std::string> folder(const TomlValue& value);  // a path where a folder is
  std::optional<std::vector<book::Contributor>> contributors(const TomlValue& value, std::string_view role);

  // Reports what is wrong with the value of the key that is being read: `"date" takes ...`.
  void invalid(const TomlValue& value, std::string_view what, std::string suggestion = "");

 private:
  std::optional<book::Contributor> contributor(const TomlValue& value, std::string_view role);

  const base::Files& files_;
  const std::string& root_;
  diagnostics::Sink& sink_;
  std::string_view key_;
};

}  // namespace octavo::config
