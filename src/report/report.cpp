#include "report/report.h"

#include "base/paths.h"

namespace octavo::report {

std::string Report::path(base::FileId file) const { return base::join(folder, sources.of(file).path); }

std::string written(const Report& report, Format format) {
  switch (format) {
    case Format::text:
      return text(report);
    case Format::json:
      return json(report);
    case Format::sarif:
      return sarif(report);
    case Format::github:
      return github(report);
    case Format::junit:
      return junit(report);
  }
  return "";
}

}  // namespace octavo::report
