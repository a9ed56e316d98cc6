#pragma once
// Compression by libdeflate. Deterministic: the same bytes give the same bytes.
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace octavo::base {

// Keeps its tables and its buffer from text to text, because to get them costs as much as to compress a page.
class Deflater {
 public:
  // Level 5 takes a tenth less time than 6, and hardly more bytes; 3 takes a fifth less than 5, and 3 % more bytes of a book's text.
  explicit Deflater(int level = 5);
  ~Deflater();
  Deflater(const Deflater&) = delete;

  std::string raw(std::string_view bytes);   // a raw deflate stream, for zip
  std::string zlib(std::string_view bytes);  // with the zlib wrapper, for PDF's FlateDecode

 private:
  libdeflate_compressor* compressor_;
  std::unique_ptr<char[]> buffer_;
  std::size_t room_ = 0;  // of the buffer

  template <class Bound, class Compress>
  std::string compressed(std::string_view bytes, Bound bound, Compress compress);
};

}  // namespace octavo::base
