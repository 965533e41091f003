// A calendar as somebody wrote it, asked at instants that the end of the input names: its answers agree with
// one another.

#include <fuzzer/FuzzedDataProvider.h>

#include <boost/json.hpp>
#include <string>

#include "app/sla/calendar_json.h"
#include "domain/calendar/explain.h"
#include "domain/calendar/sentences.h"
#include "expect.h"
#include "store/zones/system_zones.h"

namespace {

using namespace punctual;
using fuzz::expect;

constexpr std::int64_t year = 31'556'952;

/// From before the eras that are kept to after them.
Instant instant(FuzzedDataProvider& input) {
  return Instant{Seconds{input.ConsumeIntegralInRange<std::int64_t>(-90 * year, 560 * year)}};
}

void check_due(const Calendar& calendar, Instant start, Seconds amount) {
  const auto due = calendar.due(start, Target::of_seconds(amount.count()));
  if (!due) return;
  expect(calendar.elapsed(start, *due) == amount, "what is elapsed at the due is the target");
  if (amount > Seconds{0})
    expect(calendar.elapsed(start, *due - Seconds{1}) == amount - Seconds{1}, "no earlier instant is due");
  else
    expect(calendar.is_open(*due), "a target of zero is due at an opening");
}

/// Not that they are due after their start: where a night's end outlasts the next date's hours they need not
/// be.
void check_business_days(const Calendar& calendar, Instant start, std::int64_t count) {
  const auto due = calendar.due(start, Target::of_business_days(count));
  if (!due) return;
  expect(calendar.is_open(*due) || calendar.is_open(*due - Seconds{1}),
         "business days are due in hours or at a closing");
}

void check_opening(const Calendar& calendar, Instant t) {
  const auto opening = calendar.next_opening(t);
  expect(!calendar.is_open(t) || opening == t, "what is open need not open");
  if (!opening) return;
  expect(calendar.is_open(*opening), "an opening is open");
  expect(calendar.elapsed(t, *opening) == Seconds{0}, "nothing counts before the next opening");
  const auto closing = calendar.closes_at(*opening);
  if (!closing) return;
  expect(!calendar.is_open(*closing), "a closing is closed");
  expect(calendar.elapsed(*opening, *closing) == *closing - *opening,
         "all counts between opening and closing");
}

void check_sums(const Calendar& calendar, Instant from, Instant to) {
  const auto elapsed = calendar.elapsed(from, to);
  Seconds sum{0};
  auto last = Instant::min();
  for (const auto& open : calendar.intervals(from, to)) {
    expect(open.opens > last && open.opens < open.closes, "intervals ascend, apart and with a length");
    expect(open.opens >= from && open.closes <= to, "intervals lie within what was asked");
    last = open.closes;
    sum += open.length();
  }
  expect(sum == elapsed, "the intervals sum up to what is elapsed");

  const auto explanation = explain(calendar, from, to);
  expect(explanation.total == elapsed, "an explanation's total is what is elapsed");
  Seconds counted{0};
  auto at = explanation.stretches.empty() ? explanation.to : explanation.stretches.front().time.opens;
  for (const auto& stretch : explanation.stretches) {
    expect(stretch.time.opens == at && stretch.time.closes > at, "stretches follow one another");
    at = stretch.time.closes;
    counted += stretch.counted;
  }
  expect(at == explanation.to && at == std::max(from, to), "stretches reach to the end");
  expect(!sentences(explanation, calendar.zone()).empty(), "an explanation can be told");
  expect(counted == elapsed, "the stretches sum up to what is elapsed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SystemZones zones;
  FuzzedDataProvider input(data, size);
  const auto start = instant(input);
  const Seconds span{input.ConsumeIntegralInRange<std::int64_t>(-1, year)};
  const Seconds amount{input.ConsumeIntegralInRange<std::int64_t>(0, 2 * year)};
  const auto count = input.ConsumeIntegralInRange<std::int64_t>(0, 3000);
  boost::system::error_code error;
  const auto json = boost::json::parse(input.ConsumeRemainingBytesAsString(), error);
  if (error) return 0;
  const auto calendar = batch::read_calendar(json, zones);
  if (!calendar) return 0;
  check_due(*calendar, start, std::chrono::hours{4});
  check_due(*calendar, start, amount);
  check_business_days(*calendar, start, count);
  check_opening(*calendar, start);
  check_sums(*calendar, start, start + span);
  return 0;
}
