#pragma once
// The file itself (ISO 32000-1, 7.5): numbered objects as text in, the bytes of a PDF 1.7 out. Small objects
// are packed into compressed object streams, which makes a book a quarter smaller than a file with a plain
// cross-reference table.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/deflate.h"
#include "pdf/objects.h"

namespace octavo::pdf {

// For what is most of a book without pictures: less than two thirds of the time of the usual level, and a twentieth more bytes.
constexpr int quick_level = 1;

class File {
 public:
  // Objects 1 to `object_count` are given with add() or add_stream(), each once.
  explicit File(std::uint32_t object_count);

  void add(std::uint32_t number, std::string_view object);
  void add_stream(std::uint32_t number, std::string_view object);  // dictionary, "stream", data, "endstream"
  // The identifier of the file is the digest of its bytes.
  std::string finish(Reference catalog, Reference information);

 private:
  enum class Kind : std::uint8_t { free, in_file, packed };
  struct Entry {
    Kind kind = Kind::free;
    std::uint32_t where = 0;  // the offset, or the number of the object stream
    std::uint16_t index = 0;  // in the object stream
  };

  void pack();
  std::string stream_object(Tokens entries, std::string_view plain);
  void write(std::uint32_t number, std::string_view object);

  std::string bytes_;
  base::Deflater deflater_{quick_level};
  std::vector<Entry> entries_;
  Tokens directory_;  // of the object stream being filled: number and offset of each object
  std::string packed_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace octavo::pdf
