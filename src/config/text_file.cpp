#include <algorithm>
#include <array>

#include "base/failure.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "config/config.h"

namespace octavo::config {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool is_note(std::string_view path) {
  const auto dot = path.rfind('.');
  const auto length = path.size() - std::min(dot, path.size());
  if (length != 3 && length != 9) return false;
  const auto extension = base::extension_of(path);
  return extension == "md" || extension == "markdown";
}

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 8> extensions = {"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"};
  return std::ranges::find(extensions, base::extension_of(path)) != extensions.end();
}

bool stays_inside(const base::Files& files, const std::string& root, const std::string& path) {
  const auto folder = files.real(root);
  const auto target = files.real(base::join(root, path));
  if (!folder || !target || !target->starts_with(*folder)) return false;
  // The working folder of a file system in memory has an empty name.
  return folder->empty() || folder->ends_with('/') || target->size() == folder->size() ||
         (*target)[folder->size()] == '/';
}

bool is_setting(const base::Files& files, const std::string& root, const std::string& path,
                diagnostics::Sink& sink) {
  if (files.kind(base::join(root, path)) != base::FileKind::file) return false;
  if (stays_inside(files, root, path)) return true;
  sink.report(diagnostics::Rule::link_outside_folder, {},
              path +
                  " is a symbolic link that leads out of the book's folder, where octavo reads nothing; "
                  "copy it into the folder");
  return false;
}

std::optional<base::FileId> read_text(const base::Files& files, const std::string& root,
                                      const std::string& path, diagnostics::Sink& sink) {
  std::string text;
  try {
    text = files.read(base::join(root, path));
  } catch (const base::Failure& failure) {
    sink.report(diagnostics::Rule::file_unreadable, {}, failure.what());
    return {};
  }
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  const auto bad = base::first_bad_byte(text);
  if (!bad) return sink.sources.add(path, std::move(text));

  // The good bytes before the bad one stay where they are, so its offset is the offset of its replacement.
  const auto file = sink.sources.add(path, base::encoded(base::code_points(text)));
  const auto begin = static_cast<std::uint32_t>(*bad);
  sink.report(diagnostics::Rule::text_not_utf8, {file, begin, begin + 3},
              "these bytes are not UTF-8; save the file as UTF-8 to have it in the book");
  return {};
}

}  // namespace octavo::config
