// The container by libzip. Everything is deflated beforehand by libdeflate and handed over ready, through a source that says so; pictures
// are packed in their own way already and are stored.
#include <zip.h>

#include <cstring>
#include <deque>
#include <memory>

#include "base/deflate.h"
#include "base/digest.h"
#include "base/failure.h"
#include "epub/epub.h"

namespace octavo::epub {
namespace {

// Midnight of 1 January 1980, the first moment a zip file can name, in its own form.
constexpr zip_uint16_t dos_time = 0, dos_date = 1 << 5 | 1;

// Packing is a tenth of what it takes to make an EPUB, so here time counts.
constexpr int level = 3;

// Bytes in the form the archive will have them, as libzip asks for them.
struct Ready {
  std::string_view bytes;
  zip_uint16_t method = ZIP_CM_DEFLATE;
  zip_uint64_t size = 0;   // of the file itself
  zip_uint32_t crc = 0;
  std::size_t at = 0;
};

zip_int64_t answer(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto* source = static_cast<Ready*>(user);
  switch (command) {
    case ZIP_SOURCE_OPEN: source->at = 0; return 0;
    case ZIP_SOURCE_READ: {
      const std::size_t count = std::min<std::size_t>(length, source->bytes.size() - source->at);
      std::memcpy(data, source->bytes.data() + source->at, count);
      source->at += count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_CLOSE: return 0;
    case ZIP_SOURCE_STAT: {
      auto* stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
      stat->size = source->size;
      stat->comp_size = source->bytes.size();
      stat->crc = source->crc;
      stat->comp_method = source->method;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR: {
      std::memset(data, 0, 2 * sizeof(int));
      return 2 * sizeof(int);
    }
    case ZIP_SOURCE_FREE: return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                            ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS, -1);
    default: return -1;
  }
}

[[noreturn]] void fail(const std::string& what, zip_error_t* error) {
  throw base::Failure("cannot pack the EPUB: " + what + ": " + zip_error_strerror(error));
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

}  // namespace

std::string packed(const std::vector<NamedFile>& files) {
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_source_t, FreeSource> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail("no memory", &error);
  zip_source_keep(buffer.get());  // one reference for the archive, one to read the result by
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(buffer.get());
    fail("no archive", &error);
  }
  // Alive until the archive is closed.
  std::deque<Ready> sources;
  std::deque<std::string> deflated;
  base::Deflater deflater(level);

  const auto add = [&](const std::string& path, zip_source_t* source) {
    const zip_int64_t index = source ? zip_file_add(archive.get(), path.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
      if (source) zip_source_free(source);
      fail(path, zip_get_error(archive.get()));
    }
    zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), dos_time, dos_date, 0);
    return static_cast<zip_uint64_t>(index);
  };

  // OCF 3.3, section 4.2.2: first, stored, plain ASCII, no extra field.
  constexpr std::string_view mimetype = "application/epub+zip";
  const zip_uint64_t first = add("mimetype", zip_source_buffer(archive.get(), mimetype.data(), mimetype.size(), 0));
  zip_set_file_compression(archive.get(), first, ZIP_CM_STORE, 0);
  for (const NamedFile& file : files) {
    const bool is_packed = file.media_type.starts_with("image/") && file.media_type != "image/svg+xml";
    const std::string_view bytes = is_packed ? file.bytes : deflated.emplace_back(deflater.raw(file.bytes));
    sources.push_back({bytes, is_packed ? zip_uint16_t{ZIP_CM_STORE} : zip_uint16_t{ZIP_CM_DEFLATE}, file.bytes.size(),
                       base::crc32(file.bytes)});
    add(file.path, zip_source_function(archive.get(), answer, &sources.back()));
  }

  if (zip_close(archive.get()) != 0) fail("writing", zip_get_error(archive.get()));
  (void)archive.release();  // closing has freed it

  std::string bytes;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_open(buffer.get()) != 0 || zip_source_stat(buffer.get(), &stat) != 0) fail("reading back", zip_source_error(buffer.get()));
  bytes.resize(stat.size);
  zip_source_read(buffer.get(), bytes.data(), bytes.size());
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace octavo::epub
