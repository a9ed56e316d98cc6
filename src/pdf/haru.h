#pragma once
// A document of libharu, and the only way to it: the catalogue and the page tree are libharu's own objects,
// everything else is given as text. Throws Failure if libharu refuses.
#include <memory>
#include <string>

#include "pdf/objects.h"

namespace octavo::pdf {

enum class Coding { plain, deflated, deflated_quickly };

class Document {
 public:
  Document();
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // A number for an object that will be filled later; each must be filled once, before save().
  Reference reserve();
  // `entries`: what stands between << and >>.
  void fill(Reference object, const Tokens& entries);
  // With Coding::plain the data go in as they are, and the entries name their filter if they have one.
  void fill_stream(Reference object, Tokens entries, std::string data, Coding coding);
  Reference add(const Tokens& entries);
  Reference add_stream(Tokens entries, std::string data, Coding coding = Coding::deflated);
  // The next page. To be filled with everything but its parent.
  Reference add_page();

  void extend_catalog(const Tokens& entries);
  void extend_information(const Tokens& entries);
  std::string producer() const;  // as the information dictionary has it

  // Once. Throws Mistake if anything in the document leads nowhere (proof.h).
  std::string save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace octavo::pdf
