// Usage: generate FOLDER SCALE. Writes the notes of a generated book.
#include <cstdlib>

#include "base/files.h"
#include "base/paths.h"
#include "generated.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  octavo::base::Disk disk;
  for (const auto& [path, text] : octavo::bench::notes(std::strtoul(arguments[2], nullptr, 10)))
    disk.write(octavo::base::join(arguments[1], path), text);
}
