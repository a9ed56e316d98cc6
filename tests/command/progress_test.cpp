#include "command/progress.h"

#include <gtest/gtest.h>

#include <sstream>

namespace octavo::command {
namespace {

std::string drawn(bool is_terminal, Loudness loudness) {
  base::Memory files;
  std::ostringstream out, error;
  World world{files, out, error};
  world.error_is_terminal = is_terminal;
  {
    Progress progress(world, loudness);
    progress.step("reading");
    progress.step("writing");
  }
  EXPECT_EQ(out.str(), "");
  return error.str();
}

TEST(Progress, IsOneLineThatIsWipedAwayAtTheEnd) {
  EXPECT_EQ(drawn(true, Loudness::normal), "\r\x1B[Koctavo: reading…\r\x1B[Koctavo: writing…\r\x1B[K");
}

TEST(Progress, IsForTerminalsAndThoseWhoWantIt) {
  EXPECT_EQ(drawn(false, Loudness::normal), "");
  EXPECT_EQ(drawn(true, Loudness::quiet), "");
}

}  // namespace
}  // namespace octavo::command
