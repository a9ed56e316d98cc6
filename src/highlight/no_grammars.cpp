// octavo built without KSyntaxHighlighting: no language is known, and code stays as it is.
#include "highlight/grammars.h"

namespace octavo::highlight {
namespace {

class NoGrammars final : public Grammars {
 public:
  bool begin(std::string_view) override { return false; }
  void add_line(std::string_view, std::uint32_t, std::vector<book::Token>&) override {}
};

}  // namespace

std::unique_ptr<Grammars> grammars() { return std::make_unique<NoGrammars>(); }

}  // namespace octavo::highlight
