#include "base/module.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "base/mistake.h"

namespace octavo::base {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Module, ThatIsNotThereIsAFailureThatSaysWhereItBelongs) {
  EXPECT_THAT([] { door_of_module("octavo-nothing.so"); },
              ThrowsMessage<Failure>(HasSubstr("octavo-nothing.so belongs beside the program or in ../lib/octavo")));
}

TEST(Module, WithoutADoorIsNoModule) {
  EXPECT_THAT([] { door_of_module("libm.so.6"); }, ThrowsMessage<Failure>(HasSubstr("octavo_module")));
}

TEST(Mistake, NamesTheFirstBreaksAndCountsAll) {
  EXPECT_NO_THROW(require_whole("the EPUB", {}));
  EXPECT_THAT([] { require_whole("the EPUB", {"a"}); }, ThrowsMessage<Mistake>("the EPUB would be broken in 1 place: a"));
  EXPECT_THAT([] { require_whole("the PDF", {"a", "b", "c", "d", "e", "f"}); },
              ThrowsMessage<Mistake>("the PDF would be broken in 6 places: a; b; c; d; e"));
}

}  // namespace
}  // namespace octavo::base
