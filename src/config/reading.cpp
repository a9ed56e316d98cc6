#include "config/reading.h"

#include <algorithm>

#include "base/paths.h"
#include "base/unicode.h"
#include "config/config.h"
#include "config/forms.h"

namespace octavo::config {

using diagnostics::Rule;

void Reading::invalid(const TomlValue& value, std::string_view what, std::string suggestion) {
  sink_.report(Rule::config_invalid, value.where, '"' + std::string(key_) + "\" takes " + std::string(what),
               std::move(suggestion));
}

void Reading::table(const TomlValue& value, const std::vector<Key>& keys) {
  if (value.kind != TomlKind::table) return invalid(value, "a table");
  const auto outer = key_;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const auto& [name, where] = value.keys[i];
    const auto key = std::ranges::find(keys, name, &Key::name);
    if (key != keys.end()) {
      key_ = key->name;
      key->take(value.items[i]);
      continue;
    }
    std::vector<std::string> names;
    for (const auto& known : keys) names.emplace_back(known.name);
    const auto nearest = base::nearest(name, names, 1);
    sink_.report(Rule::config_unknown_key, where,
                 "octavo knows no setting \"" + name + '"' +
                     (nearest.empty() ? "; it is left out" : "; did you mean \"" + nearest.front() + "\"?"),
                 nearest.empty() ? "" : nearest.front());
  }
  key_ = outer;
}

void Reading::each(const TomlValue& value,
                   const std::function<void(const TomlKey&, const TomlValue&)>& take) {
  if (value.kind != TomlKind::table) return invalid(value, "a table");
  const auto outer = key_;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    key_ = value.keys[i].name;
    take(value.keys[i], value.items[i]);
  }
  key_ = outer;
}

std::optional<std::string> Reading::text(const TomlValue& value) {
  if (value.kind == TomlKind::text) return plain(value.text);
  invalid(value, "text in quotes");
  return {};
}

std::optional<bool> Reading::truth(const TomlValue& value) {
  if (value.kind == TomlKind::truth) return value.truth;
  invalid(value, "true or false");
  return {};
}

std::optional<std::span<const TomlValue>> Reading::items(const TomlValue& value) {
  if (value.kind == TomlKind::list) return value.items;
  if (value.kind == TomlKind::text) return std::span(&value, 1);
  invalid(value, "a list in square brackets");
  return {};
}

std::optional<std::vector<std::string>> Reading::texts(const TomlValue& value) {
  const auto given = items(value);
  if (!given) return {};
  std::vector<std::string> result;
  for (const auto& item : *given) {
    if (auto taken = text(item); taken && !taken->empty()) result.push_back(std::move(*taken));
  }
  return result;
}

std::optional<std::string> Reading::path(const TomlValue& value) {
  const auto written = text(value);
  if (!written) return {};
  auto path = base::normal(*written);
  if (path.empty()) {
    invalid(value, "the path of a file in the book's folder");
    return {};
  }
  const bool climbs = path.starts_with('/') || base::climbs(path);
  const bool exists = !climbs && files_.kind(base::join(root_, path)) != base::FileKind::missing;
  if (climbs || (exists && !stays_inside(files_, root_, path))) {
    sink_.report(Rule::link_outside_folder, value.where,
                 '"' + *written +
                     "\" leads out of the book's folder, where octavo reads nothing; move the file into it");
    return {};
  }
  return path;
}

std::optional<std::string> Reading::file(const TomlValue& value) {
  auto result = path(value);
  if (result && files_.kind(base::join(root_, *result)) != base::FileKind::file) {
    invalid(value, "the path of a file, and there is no \"" + *result + "\" in the book's folder");
    return {};
  }
  return result;
}

std::optional<std::string> Reading::folder(const TomlValue& value) {
  auto result = path(value);
  if (result && files_.kind(base::join(root_, *result)) != base::FileKind::folder) {
    invalid(value, "the path of a folder, and there is no \"" + *result + "\" in the book's folder");
    return {};
  }
  return result;
}

std::optional<book::Contributor> Reading::contributor(const TomlValue& value, std::string_view role) {
  book::Contributor result{.role = std::string(role)};
  const auto take = [&](std::string& field) {
    return [this, &field](const TomlValue& item) { field = text(item).value_or(field); };
  };
  if (value.kind == TomlKind::table) {
    const auto take_role = [&](const TomlValue& item) {
      const auto code = text(item);
      if (code && is_role(*code)) {
        result.role = *code;
      } else if (code) {
        invalid(item, "a MARC relator code of three letters, such as \"aut\" or \"ill\"");
      }
    };
    table(value, {{"name", take(result.name)}, {"sort", take(result.sort_as)}, {"role", take_role}});
  } else {
    result.name = text(value).value_or("");
    if (value.kind != TomlKind::text) return {};
  }
  if (!result.name.empty()) return result;
  invalid(value, "names: a text, or { name = \"Ada Lovelace\", sort = \"Lovelace, Ada\" }");
  return {};
}

std::optional<std::vector<book::Contributor>> Reading::contributors(const TomlValue& value,
                                                                    std::string_view role) {
  const auto given = value.kind == TomlKind::table ? std::span(&value, 1) : items(value);
  if (!given) return {};
  std::vector<book::Contributor> result;
  for (const auto& item : *given) {
    if (auto taken = contributor(item, role)) result.push_back(std::move(*taken));
  }
  return result;
}

}  // namespace octavo::config
