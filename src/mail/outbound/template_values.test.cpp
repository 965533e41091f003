#include "mail/outbound/template_values.h"

#include <gtest/gtest.h>

#include "mail/outbound/templates.h"

namespace punctual::mail {
namespace {

TEST(TemplateValues, EachHasAMeaning) {
  for (const auto& name : template_variables()) EXPECT_FALSE(meaning_of_value(name).empty()) << name;
  EXPECT_EQ(meaning_of_value("refs"), "");
}

}  // namespace
}  // namespace punctual::mail
