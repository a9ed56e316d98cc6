#include "command/progress.h"

namespace octavo::command {
namespace {

constexpr std::string_view to_line_start_and_erase = "\r\x1B[K";

}  // namespace

Progress::Progress(World& world, Loudness loudness)
    : terminal_(world.error_is_terminal && loudness == Loudness::normal ? &world.error : nullptr) {}

Progress::~Progress() { clear(); }

void Progress::step(std::string_view what) {
  if (terminal_) *terminal_ << to_line_start_and_erase << "octavo: " << what << "…" << std::flush;
}

void Progress::clear() {
  if (terminal_) *terminal_ << to_line_start_and_erase << std::flush;
}

}  // namespace octavo::command
