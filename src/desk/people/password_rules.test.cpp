#include "desk/people/password_rules.h"

#include <gtest/gtest.h>

namespace punctual::desk {
namespace {

bool taken(std::string_view password) {
  return !password_problem(password, "Anna Lindqvist", "anna.l@brightwater.example");
}

TEST(PasswordRules, LengthIsWhatCounts) {
  EXPECT_FALSE(taken(""));
  EXPECT_FALSE(taken("eleven char"));
  EXPECT_TRUE(taken("twelve chars"));
  EXPECT_TRUE(taken("aaaaaaaabbbbbbbb")) << "no rule of composition";
  EXPECT_TRUE(taken("пароль12345я")) << "characters, not bytes";
  EXPECT_FALSE(taken("пароль12345")) << "eleven";
  EXPECT_TRUE(taken(std::string(1000, 'x')));
  EXPECT_FALSE(taken(std::string(1001, 'x')));
}

TEST(PasswordRules, TheCommonestAreRefusedInAnyCase) {
  EXPECT_FALSE(taken("password1234"));
  EXPECT_FALSE(taken("PASSWORD1234"));
  EXPECT_TRUE(taken("password1234 and more"));
}

TEST(PasswordRules, NameAndAddressAreNoPassword) {
  EXPECT_FALSE(taken("anna.l@brightwater.example"));
  EXPECT_FALSE(taken("Anna Lindqvist"));
  EXPECT_FALSE(taken("lindqvist-anna-1"));
  EXPECT_FALSE(taken("annaannaannaanna"));
  EXPECT_TRUE(taken("anna likes teapots")) << "enough is left without the name";
}

TEST(PasswordRules, AShortNameTakesNothingAway) {
  EXPECT_FALSE(password_problem("jo and the teapot", "Jo Li", "jo@brightwater.example"));
}

}  // namespace
}  // namespace punctual::desk
