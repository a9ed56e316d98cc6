#include "config/obsidian.h"

#include "base/json.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "config/forms.h"

namespace octavo::config {

namespace {

using base::JsonKind;
using base::JsonValue;

// The top of a file of settings; an empty table if it is not there or cannot be read, which is reported.
JsonValue top_of(const base::Files& files, const std::string& root, const std::string& path,
                 diagnostics::Sink& sink) {
  const JsonValue nothing{.kind = JsonKind::table};
  if (!is_setting(files, root, path, sink)) return nothing;
  const auto file = read_text(files, root, path, sink);
  if (!file) return nothing;
  const std::string& text = sink.sources.of(*file).text;
  auto [value, wrong_at] = base::read_json(text);
  if (value && value->kind == JsonKind::table) return std::move(*value);
  const auto begin = value ? 0 : wrong_at;
  const auto length = begin < text.size() ? base::decode(text, begin).length : 0;
  sink.report(
      diagnostics::Rule::config_invalid,
      {*file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)},
      "this is not valid JSON with settings of Obsidian; let Obsidian write the file anew, or take it away");
  return nothing;
}

bool is_true(const JsonValue& top, std::string_view key) {
  const JsonValue* value = top.at(key);
  return value && value->kind == JsonKind::truth && value->truth;
}

std::string text_of(const JsonValue* value) {
  return value && value->kind == JsonKind::text ? plain(value->text) : "";
}

}  // namespace

void read_obsidian(const base::Files& files, Settings& settings, diagnostics::Sink& sink) {
  const std::string& root = settings.root;
  const bool is_vault = files.kind(base::join(root, ".obsidian")) == base::FileKind::folder;
  const bool is_site = files.kind(base::join(root, "site-options.json")) == base::FileKind::file;
  if (!is_vault && !is_site) return;
  const JsonValue app = top_of(files, root, ".obsidian/app.json", sink);
  const JsonValue site = top_of(files, root, "site-options.json", sink);
  settings.hard_line_breaks = !is_true(app, "strictLineBreaks") && !is_true(site, "strictLineBreaks");
  settings.metadata.title = text_of(site.at("siteName"));
  settings.first_note = base::normal(text_of(site.at("indexFile")));
  const JsonValue* order = site.at("navigationOrdering");
  if (!order || order->kind != JsonKind::list) return;
  for (const JsonValue& item : order->items) {
    if (auto path = base::normal(text_of(&item)); !path.empty()) settings.order.push_back(std::move(path));
  }
}

}  // namespace octavo::config
