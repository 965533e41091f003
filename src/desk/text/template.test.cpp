#include "desk/text/template.h"

#include <gtest/gtest.h>

namespace punctual::text {
namespace {

TEST(Template, placeholder) {
  EXPECT_EQ(Value::of_text("").kind, Value::Kind::no);
}

}  // namespace
}  // namespace punctual::text
