// The small PDF of a drawing, as cairo writes it, without its colours: those of strokes and fills, of the ends of gradients, and of dots.
// A gradient goes from grey to grey, straight: between colours that are far apart it may be a little lighter or darker than they were.
#include "pictures/form.h"

#include <array>
#include <charconv>
#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>

#include "base/grey.h"
#include "pictures/grey.h"

namespace octavo::pictures {
namespace {

using Handle = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

std::string decimal(float value) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 4).ptr};
}

// "1 0 0 rg" to "0.4985 g".
class GreyOperators final : public Handle::TokenFilter {
 public:
  void handleToken(const Token& token) override {
    if (token.getType() != QPDFTokenizer::tt_word) {
      waiting_.push_back(token);
      return;
    }
    const std::string& word = token.getValue();
    if (word == "rg" || word == "RG") {
      std::array<float, 3> values{};
      std::size_t found = 0;
      while (!waiting_.empty() && found < values.size()) {
        const Token operand = waiting_.back();
        waiting_.pop_back();
        if (is_number(operand)) values[2 - found++] = std::stof(operand.getValue());
      }
      pass_on();
      write(" " + decimal(base::grey_of({values[0], values[1], values[2]})) + (word == "rg" ? " g" : " G"));
      return;
    }
    pass_on();
    writeToken(token);
  }
  void handleEOF() override { pass_on(); }

 private:
  static bool is_number(const Token& token) {
    return token.getType() == QPDFTokenizer::tt_real || token.getType() == QPDFTokenizer::tt_integer;
  }
  void pass_on() {
    for (const Token& token : waiting_) writeToken(token);
    waiting_.clear();
  }

  std::vector<Token> waiting_;  // operands
};

void turn_values(Handle dictionary, const char* key) {
  Handle array = dictionary.getKey(key);
  if (!array.isArray() || array.getArrayNItems() != 3) return;
  const auto value = [&](int index) { return static_cast<float>(array.getArrayItem(index).getNumericValue()); };
  dictionary.replaceKey(key, Handle::parse("[" + decimal(base::grey_of({value(0), value(1), value(2)})) + "]"));
}

// Whatever stands in an object itself; what it refers to is an object of its own.
void turn_object(Handle object) {
  if (object.isArray())
    for (const Handle& item : object.getArrayAsVector())
      if (!item.isIndirect()) turn_object(item);
  Handle dictionary = object.isStream() ? object.getDict() : object;
  if (!dictionary.isDictionary()) return;
  for (const char* key : {"/ColorSpace", "/CS"})
    if (dictionary.getKey(key).isNameAndEquals("/DeviceRGB")) dictionary.replaceKey(key, Handle::newName("/DeviceGray"));
  for (const char* key : {"/C0", "/C1"}) turn_values(dictionary, key);
  for (auto& [key, value] : dictionary.getDictAsMap())
    if (!value.isIndirect()) turn_object(value);
}

std::string bytes_of(const std::shared_ptr<Buffer>& buffer) {
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void turn_stream(Handle stream) {
  Handle dictionary = stream.getDict();
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
    if (!dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceRGB")) return;
    std::string dots = bytes_of(stream.getStreamData(qpdf_dl_all));
    turn_row_grey(dots.data(), dots.data(), dots.size() / 3);
    dots.resize(dots.size() / 3);
    stream.replaceStreamData(dots, Handle::newNull(), Handle::newNull());
    return;
  }
  const bool is_content = dictionary.getKey("/Subtype").isNameAndEquals("/Form") || dictionary.hasKey("/PatternType") || !dictionary.hasKey("/Type");
  if (!is_content || dictionary.hasKey("/FunctionType")) return;
  GreyOperators operators;
  Pl_Buffer result("grey");
  stream.filterAsContents(&operators, &result);
  stream.replaceStreamData(bytes_of(result.getBufferSharedPointer()), Handle::newNull(), Handle::newNull());
}

}  // namespace

void turn_grey(QPDF& document) {
  for (Handle object : document.getAllObjects()) {
    if (object.isStream()) turn_stream(object);
    turn_object(object);
  }
}

}  // namespace octavo::pictures
