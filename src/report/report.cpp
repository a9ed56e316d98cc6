#include "report/report.h"

#include "base/paths.h"

namespace octavo::report {

std::string Report::path(base::FileId file) const { return base::join(folder, sources.of(file).path); }

}  // namespace octavo::report
