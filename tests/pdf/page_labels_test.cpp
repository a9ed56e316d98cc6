#include "pdf/page_labels.h"

#include <gtest/gtest.h>

namespace octavo::pdf {
namespace {

std::string labels_of(std::initializer_list<const char*> labels) {
  std::vector<sheets::Sheet> pages;
  for (const char* label : labels) pages.push_back({{}, label, {}});
  return page_labels(pages).bytes();
}

TEST(PageLabels, AreRangesOfOneStyle) {
  EXPECT_EQ(labels_of({"i", "ii", "iii", "iv", "1", "2", "3"}), "<</Nums[0<</S/r>>4<</S/D>>]>>");
}

TEST(PageLabels, ACoverHasNone) {
  EXPECT_EQ(labels_of({"", "i", "ii", "1"}), "<</Nums[0<<>>1<</S/r>>3<</S/D>>]>>");
}

TEST(PageLabels, ARangeMayBeginAnywhereAndSkip) {
  EXPECT_EQ(labels_of({"xii", "xiii", "42", "43", "45"}),
            "<</Nums[0<</S/r/St 12>>2<</S/D/St 42>>4<</S/D/St 45>>]>>");
}

TEST(PageLabels, WhatAViewerWouldPrintOtherwiseIsText) {
  EXPECT_EQ(labels_of({"007", "iiii", "A-1", "A-1", "0"}),
            "<</Nums[0<</P(007)>>1<</P(iiii)>>2<</P(A-1)>>4<</P(0)>>]>>");
}

}  // namespace
}  // namespace octavo::pdf
