#include "resolve/near_names.h"

#include <gmock/gmock.h>

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NearNames, FindSlipsAndParts) {
  const NearNames names({"Hannibal", "Jeff Bezos", "Amazon Web Services", "Dario Amodei", "Transformer"});
  EXPECT_THAT(names.near("Hannbal"), ElementsAre("Hannibal"));
  EXPECT_THAT(names.near("Bezos"), ElementsAre("Jeff Bezos"));
  EXPECT_THAT(names.near("Jef Bezos"), ElementsAre("Jeff Bezos"));
  EXPECT_THAT(names.near("Transformers"), ElementsAre("Transformer"));
  EXPECT_THAT(names.near("Amazon Web Servcies"), ElementsAre("Amazon Web Services"));
}

TEST(NearNames, DoNotFindWhatOnlySharesAWord) {
  const NearNames names({"Dario Amodei", "Amazon Echo", "Captain Hook", "Meta"});
  EXPECT_THAT(names.near("Daniela Amodei"), IsEmpty());
  EXPECT_THAT(names.near("Amazon Alexa"), IsEmpty());
  EXPECT_THAT(names.near("AI"), IsEmpty());
  EXPECT_THAT(names.near("Mistral"), IsEmpty());
  EXPECT_THAT(names.near(""), IsEmpty());
}

TEST(NearNames, AreAskedForInWords) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean({"A"}), "; did you mean \"A\"?");
  EXPECT_EQ(did_you_mean({"A", "B", "C"}), "; did you mean \"A\", \"B\" or \"C\"?");
}

}  // namespace
}  // namespace octavo::resolve
