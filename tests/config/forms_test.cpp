#include "config/forms.h"

#include <gtest/gtest.h>

namespace octavo::config {
namespace {

TEST(Forms, plain_text_has_nothing_that_xml_cannot_hold) {
  EXPECT_EQ(plain(std::string_view(" The\x07 Pivot\0 ", 13)), "The  Pivot");
  EXPECT_EQ(plain("A\x7F" "B \xEF\xBF\xBE\xEF\xBF\xBF"), "A B");
  EXPECT_EQ(plain("two\nlines,\ta tab, \xC3\xA9, \U0001F600 and \xEF\xBF\xBD"), "two\nlines,\ta tab, \xC3\xA9, \U0001F600 and \xEF\xBF\xBD");
  EXPECT_EQ(plain("\x1B"), "");
}

TEST(Forms, an_isbn_has_thirteen_digits_of_which_the_last_checks_the_others) {
  EXPECT_EQ(isbn_digits("978-3-16-148410-0"), "9783161484100");
  EXPECT_EQ(isbn_digits("979 10 90636 07 1"), "9791090636071");
  for (const auto* wrong : {"", "978-3-16-148410-1", "3-16-148410-X", "978316148410", "97831614841000",
                            "9773161484101", "978_3161484100"}) {
    EXPECT_FALSE(isbn_digits(wrong).has_value()) << wrong;
  }
}

TEST(Forms, a_date_is_a_year_a_month_or_a_day_that_exists) {
  for (const auto* right : {"2024", "2024-12", "2024-02-29", "0850"}) EXPECT_TRUE(is_date(right)) << right;
  for (const auto* wrong : {"", "24", "2024-", "2024-1", "2024-13", "2024-00", "2023-02-29", "2024-04-31",
                            "2024/04/01", "2024-04-0x", "2024-04-01T00:00:00Z"}) {
    EXPECT_FALSE(is_date(wrong)) << wrong;
  }
}

TEST(Forms, a_date_begins_at_its_first_moment) {
  EXPECT_EQ(first_moment("2024"), "2024-01-01T00:00:00Z");
  EXPECT_EQ(first_moment("2024-05"), "2024-05-01T00:00:00Z");
  EXPECT_EQ(first_moment("2024-05-17"), "2024-05-17T00:00:00Z");
}

TEST(Forms, a_uri_has_a_scheme_and_no_white_space) {
  for (const auto* right : {"urn:isbn:9783161484100", "https://example.org/x", "tag:a@b.c,2024:x"})
    EXPECT_TRUE(is_uri(right)) << right;
  for (const auto* wrong : {"", "book", ":x", "urn:", "1x:y", "urn:a b", "a/b:c"})
    EXPECT_FALSE(is_uri(wrong)) << wrong;
}

TEST(Forms, a_file_name_leads_into_no_other_folder) {
  for (const auto* right : {"pivot", "The Pivot 2", "\xC3\xA9t\xC3\xA9.1"})
    EXPECT_TRUE(is_file_name(right)) << right;
  for (const auto* wrong : {"", ".", "..", ".hidden", "a/b", "a\\b", "a:b", "a\nb"})
    EXPECT_FALSE(is_file_name(wrong)) << wrong;
}

}  // namespace
}  // namespace octavo::config
