#include "pdf/file.h"

#include <array>
#include <cassert>
#include <limits>

#include "base/digest.h"
#include "base/failure.h"

namespace octavo::pdf {
namespace {

constexpr std::size_t objects_in_a_stream = 200;

}  // namespace

File::File(std::uint32_t object_count) : bytes_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), entries_(object_count + 1) {
  entries_[0].index = 65535;
}

void File::write(std::uint32_t number, std::string_view object) {
  if (bytes_.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw base::Failure("the PDF would be larger than 4 GB; make the pictures smaller");
  }
  entries_[number] = {Kind::in_file, static_cast<std::uint32_t>(bytes_.size()), 0};
  bytes_ += Tokens().integer(number).put("0 obj\n").bytes();
  bytes_ += object;
  bytes_ += "\nendobj\n";
}

void File::add_stream(std::uint32_t number, std::string_view object) {
  assert(entries_[number].kind == Kind::free);
  write(number, object);
}

void File::add(std::uint32_t number, std::string_view object) {
  assert(entries_[number].kind == Kind::free);
  entries_[number] = {Kind::packed, 0, static_cast<std::uint16_t>(numbers_.size())};
  directory_.integer(number).integer(static_cast<std::int64_t>(packed_.size()));
  packed_ += object;
  packed_ += '\n';
  numbers_.push_back(number);
  if (numbers_.size() == objects_in_a_stream) pack();
}

void File::pack() {
  if (numbers_.empty()) return;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back();
  for (const std::uint32_t object : numbers_) entries_[object].where = number;
  directory_.bytes() += '\n';
  Tokens entries("/Type/ObjStm/N");
  entries.integer(static_cast<std::int64_t>(numbers_.size()));
  entries.put("/First").integer(static_cast<std::int64_t>(directory_.bytes().size()));
  write(number, stream_object(std::move(entries), directory_.bytes() + packed_));
  directory_ = Tokens();
  packed_.clear();
  numbers_.clear();
}

std::string File::stream_object(Tokens entries, std::string_view plain) {
  const std::string data = deflater_.zlib(plain);
  entries.put("/Filter/FlateDecode/Length").integer(static_cast<std::int64_t>(data.size()));
  return "<<" + entries.bytes() + ">>\nstream\n" + data + "\nendstream";
}

std::string File::finish(Reference catalog, Reference information) {
  pack();
  const std::string digest = base::sha256_hex(bytes_).substr(0, 32);
  const std::size_t start = bytes_.size();
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({Kind::in_file, static_cast<std::uint32_t>(start), 0});

  // Rows of seven bytes, each as the difference from the row above (PNG's predictor "up"): offsets grow
  // evenly.
  std::string table;
  table.reserve(entries_.size() * 8);
  std::array<std::uint8_t, 7> above{};
  for (const Entry& entry : entries_) {
    const std::uint32_t where = entry.where;
    const auto byte = [](std::uint32_t value) { return static_cast<std::uint8_t>(value); };
    const std::array<std::uint8_t, 7> row{byte(static_cast<std::uint32_t>(entry.kind)),
                                          byte(where >> 24),
                                          byte(where >> 16),
                                          byte(where >> 8),
                                          byte(where),
                                          byte(entry.index >> 8),
                                          byte(entry.index)};
    table += '\2';
    for (std::size_t i = 0; i < row.size(); ++i) table += static_cast<char>(row[i] - above[i]);
    above = row;
  }
  Tokens trailer("/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size");
  trailer.integer(number + 1).put("/Root").reference(catalog).put("/Info").reference(information);
  trailer.put("/ID[<" + digest + "><" + digest + ">]");
  write(number, stream_object(std::move(trailer), table));
  bytes_ += Tokens("startxref\n").integer(static_cast<std::int64_t>(start)).put("\n%%EOF\n").bytes();
  return std::move(bytes_);
}

}  // namespace octavo::pdf
