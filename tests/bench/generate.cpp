// Usage: generate book FOLDER SCALE | generate vault FOLDER COUNT. Writes generated notes.
#include <cstdlib>
#include <string_view>

#include "base/files.h"
#include "base/paths.h"
#include "generated.h"

int main(int count, char** arguments) {
  if (count != 4) return 2;
  octavo::base::Disk disk;
  const std::size_t size = std::strtoul(arguments[3], nullptr, 10);
  const bool is_vault = std::string_view(arguments[1]) == "vault";
  for (const auto& [path, text] : is_vault ? octavo::bench::vault(size) : octavo::bench::notes(size))
    disk.write(octavo::base::join(arguments[2], path), text);
}
