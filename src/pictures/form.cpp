// The page of a small PDF taken out of it by libqpdf.
#include "pictures/form.h"

#include <array>
#include <charconv>
#include <map>
#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace octavo::pictures {
namespace {

using Handle = QPDFObjectHandle;

std::string decimal(double value) {
  std::array<char, 64> digits;
  return {
      digits.data(),
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 9).ptr};
}

Handle dictionary_of(Handle object) { return object.isStream() ? object.getDict() : object; }

// Whether anything in it lets through what lies beneath (ISO 32000-1, 11.6.4): a mask, an opacity, a blending
// of colours.
bool is_translucent(Handle object) {
  if (object.isArray()) {
    for (auto item : object.getArrayAsVector())
      if (!item.isIndirect() && is_translucent(item)) return true;
  }
  object = dictionary_of(object);
  if (!object.isDictionary()) return false;
  for (auto [key, value] : object.getDictAsMap()) {
    if (key == "/SMask" && !value.isNameAndEquals("/None")) return true;
    if ((key == "/ca" || key == "/CA") && value.isNumber() && value.getNumericValue() < 1) return true;
    if (key == "/BM" && !value.isNameAndEquals("/Normal")) return true;
    if (!value.isIndirect() && is_translucent(value)) return true;
  }
  return false;
}

class Taker {
 public:
  Taker(QPDF& pdf, const NewNumber& new_number) : new_number_(new_number) {
    for (const Handle& object : pdf.getAllObjects()) taken_.is_translucent |= is_translucent(object);
  }

  // What `page` shows, as large as the unit square.
  Vectors take(QPDFPageObjectHelper page, double width, double height) && {
    Handle form = page.getFormXObjectForPage();
    form.getDict().replaceKey(
        "/Matrix", Handle::parse("[" + decimal(1 / width) + " 0 0 " + decimal(1 / height) + " 0 0]"));
    number_of(form);
    for (std::size_t next = 0; next < waiting_.size(); ++next) add(next);
    return std::move(taken_);
  }

 private:
  std::uint32_t number_of(Handle object) {
    auto [place, is_new] = numbers_.try_emplace(object.getObjGen());
    if (is_new) {
      place->second = new_number_();
      waiting_.push_back(object);
      taken_.objects.push_back({place->second, {}, {}});
    }
    return place->second;
  }

  void add(std::size_t index) {
    Handle object = waiting_[index];
    std::string entries = entries_of(dictionary_of(object), object.isStream());
    std::optional<std::string> data;
    if (object.isStream()) {
      const auto bytes = object.getStreamData(qpdf_dl_generalized);
      data.emplace(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    }
    taken_.objects[index].entries = std::move(entries);
    taken_.objects[index].data = std::move(data);
  }

  std::string entries_of(Handle dictionary, bool is_stream = false) {
    std::string text;
    for (auto [key, value] : dictionary.getDictAsMap()) {
      // Without anything to see through, a group only costs whoever draws it. How dots are smoothed is left
      // to viewers, as archives want it.
      if ((key == "/Group" && !taken_.is_translucent) || key == "/Interpolate") continue;
      if (is_stream && (key == "/Length" || key == "/Filter" || key == "/DecodeParms")) continue;
      text += key + " " + text_of(value) + " ";
    }
    return text;
  }

  std::string text_of(Handle value) {
    if (value.isStream() || (value.isIndirect() && value.isDictionary()))
      return std::to_string(number_of(value)) + " 0 R";
    if (value.isDictionary()) return "<<" + entries_of(value) + ">>";
    if (!value.isArray()) return value.unparseResolved();
    std::string text = "[";
    for (const Handle& item : value.getArrayAsVector()) text += text_of(item) + " ";
    return text + "]";
  }

  const NewNumber& new_number_;
  std::map<QPDFObjGen, std::uint32_t> numbers_;
  std::vector<Handle> waiting_;
  Vectors taken_;
};

}  // namespace

std::optional<Vectors> form_of_page(const std::string& pdf, double width, double height,
                                    const NewNumber& new_number, Ink ink) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("drawing", pdf.data(), pdf.size());
    if (ink == Ink::grey) turn_grey(document);
    const auto pages = QPDFPageDocumentHelper(document).getAllPages();
    if (pages.size() != 1) return std::nullopt;
    return Taker(document, new_number).take(pages.front(), width, height);
  } catch (const QPDFExc&) {
    return std::nullopt;
  }
}

}  // namespace octavo::pictures
