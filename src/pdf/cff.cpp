#include "pdf/cff.h"

#include <cstddef>

namespace octavo::pdf {
namespace {

// Reads big-endian numbers; past the end everything is 0, and `is_good` says so.
class Reader {
 public:
  Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  std::uint32_t number(std::size_t size) {
    if (at_ > bytes_.size() || bytes_.size() - at_ < size) {
      is_good = false;
      return 0;
    }
    std::uint32_t value = 0;
    while (size-- > 0) value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
    return value;
  }
  std::size_t at() const { return at_; }

  bool is_good = true;

 private:
  std::string_view bytes_;
  std::size_t at_;
};

struct Index {
  std::size_t count = 0;
  std::size_t first_begin = 0, first_end = 0;  // of the first object
  std::size_t end = 0;
};

Index read_index(std::string_view cff, std::size_t at) {
  Reader reader(cff, at);
  Index index;
  index.count = reader.number(2);
  index.end = reader.at();
  if (index.count == 0) return index;
  const std::size_t offset_size = reader.number(1);
  const std::size_t data = at + 3 + (index.count + 1) * offset_size - 1;  // offsets count from 1
  index.first_begin = data + reader.number(offset_size);
  index.first_end = data + reader.number(offset_size);
  Reader last(cff, at + 3 + index.count * offset_size);
  index.end = data + last.number(offset_size);
  if (!reader.is_good || !last.is_good || index.first_end > cff.size() || index.first_begin > index.first_end)
    return {};
  return index;
}

struct TopDictionary {
  bool is_keyed_by_cid = false;  // has the operator ROS
  std::size_t charset = 0, char_strings = 0;
};

TopDictionary read_top_dictionary(std::string_view data) {
  TopDictionary top;
  std::uint32_t operand = 0;
  Reader reader(data, 0);
  while (reader.at() < data.size() && reader.is_good) {
    const std::uint32_t byte = reader.number(1);
    if (byte == 12) {
      top.is_keyed_by_cid |= reader.number(1) == 30;
    } else if (byte == 15) {
      top.charset = operand;
    } else if (byte == 17) {
      top.char_strings = operand;
    } else if (byte == 28) {
      operand = reader.number(2);
    } else if (byte == 29) {
      operand = reader.number(4);
    } else if (byte == 30) {  // a real number: nibbles up to 15
      for (std::uint32_t pair = 0; (pair & 15) != 15 && pair >> 4 != 15 && reader.is_good;)
        pair = reader.number(1);
    } else if (byte >= 32 && byte <= 246) {
      operand = byte - 139;
    } else if (byte >= 247 && byte <= 250) {
      operand = (byte - 247) * 256 + reader.number(1) + 108;
    } else if (byte >= 251) {
      reader.number(1);  // negative: no offset
    }
  }
  return top;
}

}  // namespace

std::vector<std::uint16_t> character_ids(std::string_view cff) {
  Reader header(cff, 2);
  const Index names = read_index(cff, header.number(1));
  const Index tops = read_index(cff, names.end);
  if (!header.is_good || tops.count == 0) return {};
  const TopDictionary top =
      read_top_dictionary(cff.substr(tops.first_begin, tops.first_end - tops.first_begin));
  constexpr std::size_t predefined_charsets = 3;  // offsets below name one of those, which no such font has
  if (!top.is_keyed_by_cid || top.charset < predefined_charsets) return {};

  const std::size_t count = read_index(cff, top.char_strings).count;
  std::vector<std::uint16_t> ids{0};  // .notdef is not in the list
  Reader reader(cff, top.charset);
  const std::uint32_t format = reader.number(1);
  while (ids.size() < count) {
    const std::uint32_t first = reader.number(2);
    const std::uint32_t left = format == 0 ? 0 : reader.number(format);
    if (!reader.is_good || format > 2) return {};
    for (std::uint32_t i = 0; i <= left && ids.size() < count; ++i)
      ids.push_back(static_cast<std::uint16_t>(first + i));
  }
  return ids;
}

}  // namespace octavo::pdf
