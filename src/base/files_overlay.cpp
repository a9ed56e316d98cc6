#include "base/files_overlay.h"

#include "base/failure.h"

namespace octavo::base {

std::string Overlay::read(const std::string& path) const {
  if (!written_.empty()) {
    const auto found = written_.find(real(path).value_or(path));
    if (found != written_.end()) return found->second;
  }
  return below_->read(path);
}

void Overlay::write(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    const auto path = real(file.path);
    if (!path || kind(file.path) != FileKind::file) throw Failure("cannot write \"" + file.path + "\": there is no such file");
    written_[*path] = file.bytes;
  }
}

}  // namespace octavo::base
