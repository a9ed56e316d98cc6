#include "command/dates.h"

#include <charconv>
#include <chrono>
#include <cstdint>

#include "base/failure.h"

namespace octavo::command {
namespace {

constexpr std::int64_t end_of_year_9999 = 253402300799;

void append(std::string& text, std::int64_t number, std::size_t digits, std::string_view after) {
  const auto written = std::to_string(number);
  text.append(digits - written.size(), '0').append(written).append(after);
}

}  // namespace

std::optional<std::string> moment_of_epoch(std::string_view seconds) {
  if (seconds.empty()) return std::nullopt;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), count);
  if (error != std::errc() || end != seconds.data() + seconds.size() || count < 0 || count > end_of_year_9999)
    throw base::Failure("SOURCE_DATE_EPOCH is \"" + std::string(seconds) +
                        "\"; give it a whole number of seconds since 1970, or unset it");
  const std::chrono::sys_seconds moment{std::chrono::seconds(count)};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  std::string text;
  append(text, static_cast<int>(date.year()), 4, "-");
  append(text, static_cast<unsigned>(date.month()), 2, "-");
  append(text, static_cast<unsigned>(date.day()), 2, "T");
  append(text, time.hours().count(), 2, ":");
  append(text, time.minutes().count(), 2, ":");
  append(text, time.seconds().count(), 2, "Z");
  return text;
}

}  // namespace octavo::command
