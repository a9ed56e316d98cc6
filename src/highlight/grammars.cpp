#include "highlight/grammars.h"

#include "base/module.h"

namespace octavo::highlight {

std::unique_ptr<Grammars> grammars() { return base::from_module<Grammars>("octavo-highlight.so"); }

}  // namespace octavo::highlight
