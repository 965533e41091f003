#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/configuration/configuration_file.h"
#include "app/configuration/random_desk.test.h"
#include "desk/assets/assets.h"
#include "desk/catalogue.h"
#include "desk/configuration/apply.h"
#include "desk/configuration/differences.h"
#include "store/migrations/migrations.h"
#include "store/zones/system_zones.h"

namespace punctual::app {
namespace {

const Instant now = *parse_rfc3339("2026-11-26T15:00:00Z");

/// A database in memory, made anew for each desk.
struct Empty {
  store::Session session{":memory:", store::Session::Mode::read_write};
  Empty() { store::migrate(session); }

  /// Applies it over what is there; what is there afterwards.
  desk::Configuration apply(const desk::Configuration& wanted, Instant at) {
    session.execute("BEGIN IMMEDIATE");
    desk::apply_configuration(session, desk::plan_configuration(session, wanted, at), Actor::desk(), at);
    session.execute("COMMIT");
    return desk::read_configuration(session, at).value();
  }
};

std::string told(const std::vector<desk::Difference>& found) {
  std::string lines;
  for (const auto& one : found) {
    lines += one.section + " " + one.subject + "\n";
    for (const auto& detail : one.details) lines += "  " + detail + "\n";
  }
  return lines;
}

RC_GTEST_PROP(RoundTrip, what_is_written_reads_as_the_same_desk, ()) {
  const auto desk = chance::configuration();
  const auto text = written(desk);
  const auto read = read_configuration(text, SystemZones(), now);
  if (!read) RC_FAIL(in_line(read.error().front(), "the file") + "\n" + text);
  RC_ASSERT(told(desk::differences(&desk, *read)) == "");
  RC_ASSERT(written(*read) == text);
}

RC_GTEST_PROP(RoundTrip, whatever_the_desk_was_it_becomes_what_is_applied, ()) {
  Empty folder;
  Instant at = now;
  for (int n = *rc::gen::inRange(1, 4); n > 0; --n, at += std::chrono::days{1}) {
    const auto wanted = chance::configuration();
    const auto held = folder.apply(wanted, at);
    RC_ASSERT(told(desk::differences(&held, wanted)) == "");
    RC_ASSERT(written(held) == written(wanted));
    RC_ASSERT(static_cast<bool>(desk::Catalogue::load(folder.session, SystemZones(), nullptr)));
  }
}

TEST(RoundTrip, TheExampleIsADeskAndAppliedAgainItIsNothing) {
  const auto example = read_configuration(find_asset("examples/desk.toml")->plain, SystemZones(), now);
  ASSERT_TRUE(example) << in_line(example.error().front(), "examples/desk.toml");
  Empty folder;
  const auto held = folder.apply(*example, now);
  EXPECT_EQ(told(desk::differences(&held, *example)), "");
  const auto again = read_configuration(written(held), SystemZones(), now);
  ASSERT_TRUE(again);
  EXPECT_EQ(told(desk::differences(&held, *again)), "");
}

}  // namespace
}  // namespace punctual::app
