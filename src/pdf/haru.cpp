#include "pdf/haru.h"

#include <hpdf.h>

#include <cassert>
#include <deque>
#include <new>

#include "base/deflate.h"
#include "base/failure.h"
#include "base/mistake.h"
#include "pdf/file.h"
#include "pdf/proof.h"

namespace octavo::pdf {
namespace {

constexpr std::size_t pages_in_a_node = 100;

// What an object of ours is written from. libharu calls the hooks below between its own brackets.
struct Body {
  std::string entries;
  std::string data;
  HPDF_Stream stream = nullptr;  // being written to: the hook after the dictionary is not told
};

HPDF_STATUS write_bytes(HPDF_Stream stream, const std::string& bytes) {
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                           static_cast<HPDF_UINT>(bytes.size()));
}

HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  auto* body = static_cast<Body*>(dictionary->attr);
  body->stream = stream;
  return write_bytes(stream, body->entries);
}

HPDF_STATUS write_data(HPDF_Dict dictionary) {
  const auto* body = static_cast<Body*>(dictionary->attr);
  HPDF_STATUS status = HPDF_Stream_WriteStr(body->stream, "\nstream\n");
  if (status == HPDF_OK) status = write_bytes(body->stream, body->data);
  if (status == HPDF_OK) status = HPDF_Stream_WriteStr(body->stream, "\nendstream");
  return status;
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT count) {
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), count);
    return HPDF_OK;
  } catch (const std::bad_alloc&) {  // no exception may pass through frames of C
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
}

std::uint32_t number_of(const void* object) {
  return static_cast<const HPDF_Obj_Header*>(object)->obj_id & 0x00FFFFFF;
}

}  // namespace

struct Document::State {
  HPDF_Doc document = nullptr;
  HPDF_STATUS first_error = HPDF_OK;
  std::deque<Body> bodies;  // libharu keeps pointers to them
  HPDF_Pages node = nullptr;
  base::Deflater deflater;
  base::Deflater quick_deflater{quick_level};
  std::size_t page_count = 0;

  State() {
    document = HPDF_NewEx(&State::record, nullptr, nullptr, 0, this);
    if (!document) throw std::bad_alloc();
    // The list of objects grows by a fixed step, each time copied whole.
    document->xref->entries->items_per_block = 65536;
  }
  ~State() { HPDF_Free(document); }
  State(const State&) = delete;

  static void record(HPDF_STATUS error, HPDF_STATUS, void* state) {
    auto& first = static_cast<State*>(state)->first_error;
    if (first == HPDF_OK) first = error;
  }
  void check(bool went_well) const {
    if (went_well && first_error == HPDF_OK) return;
    throw base::Failure("the PDF cannot be written: libharu stopped with error " +
                        std::to_string(first_error));
  }

  void attach(HPDF_Dict dictionary) {
    dictionary->attr = &bodies.emplace_back();
    dictionary->write_fn = write_entries;
  }
  HPDF_Dict dictionary(Reference object) const {
    const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document->xref, object.number);
    check(entry != nullptr);
    return static_cast<HPDF_Dict>(entry->obj);
  }
  Body& body(Reference object) const { return *static_cast<Body*>(dictionary(object)->attr); }
};

Document::Document() : state_(std::make_unique<State>()) {
  state_->attach(state_->document->catalog);
  state_->attach(state_->document->info);
}

Document::~Document() = default;

Reference Document::reserve() {
  const HPDF_Dict dictionary = HPDF_Dict_New(state_->document->mmgr);
  state_->check(dictionary != nullptr);
  state_->attach(dictionary);
  state_->check(HPDF_Xref_Add(state_->document->xref, dictionary) == HPDF_OK);
  return {number_of(dictionary)};
}

void Document::fill(Reference object, const Tokens& entries) {
  Body& body = state_->body(object);
  assert(body.entries.empty());
  body.entries = entries.bytes();
}

void Document::fill_stream(Reference object, Tokens entries, std::string data, Coding coding) {
  if (coding != Coding::plain) {
    data = (coding == Coding::deflated ? state_->deflater : state_->quick_deflater).zlib(data);
    entries.put("/Filter/FlateDecode");
  }
  entries.put("/Length").integer(static_cast<std::int64_t>(data.size()));
  fill(object, entries);
  state_->body(object).data = std::move(data);
  state_->dictionary(object)->after_write_fn = write_data;
}

Reference Document::add(const Tokens& entries) {
  const Reference object = reserve();
  fill(object, entries);
  return object;
}

Reference Document::add_stream(Tokens entries, std::string data, Coding coding) {
  const Reference object = reserve();
  fill_stream(object, std::move(entries), std::move(data), coding);
  return object;
}

Reference Document::add_page() {
  const HPDF_Doc document = state_->document;
  if (state_->page_count++ % pages_in_a_node == 0) {
    state_->node = HPDF_Pages_New(document->mmgr, document->root_pages, document->xref);
    state_->check(state_->node != nullptr);
  }
  const Reference object = reserve();
  const HPDF_Dict page = state_->dictionary(object);
  state_->check(HPDF_Dict_AddName(page, "Type", "Page") == HPDF_OK);
  state_->check(HPDF_Pages_AddKids(state_->node, page) == HPDF_OK);
  // Only now a page in libharu's eyes: AddKids expects the attributes of its own pages, the count of pages
  // does not.
  page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
  return object;
}

void Document::extend_catalog(const Tokens& entries) {
  static_cast<Body*>(state_->document->catalog->attr)->entries += entries.bytes();
}

void Document::extend_information(const Tokens& entries) {
  static_cast<Body*>(state_->document->info->attr)->entries += entries.bytes();
}

std::string Document::producer() const { return HPDF_GetInfoAttr(state_->document, HPDF_INFO_PRODUCER); }

std::string Document::save() {
  const HPDF_Doc document = state_->document;
  const Reference catalog{number_of(document->catalog)};
  const std::uint32_t count = document->xref->entries->count - 1;  // entry 0 is the head of the free list
  std::string text;
  const HPDF_Stream stream = HPDF_CallbackWriter_New(document->mmgr, append_to_string, &text);
  state_->check(stream != nullptr);
  const std::unique_ptr<HPDF_Stream_Rec, decltype(&HPDF_Stream_Free)> owner(stream, HPDF_Stream_Free);
  const auto text_of = [&](Reference object) -> const std::string& {
    text.clear();
    if (object.number <= count)
      state_->check(HPDF_Obj_WriteValue(state_->dictionary(object), stream, nullptr) == HPDF_OK);
    return text;
  };
  base::require_whole("the PDF", breaks(catalog, text_of));
  File file(count);
  for (std::uint32_t number = 1; number <= count; ++number) {
    if (state_->dictionary({number})->after_write_fn) {
      file.add_stream(number, text_of({number}));
    } else {
      file.add(number, text_of({number}));
    }
  }
  return file.finish(catalog, {number_of(document->info)});
}

}  // namespace octavo::pdf
