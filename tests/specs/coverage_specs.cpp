// Runs the table of a pod's coverage: each row is a test, named by its line.

#include <gtest/gtest.h>

#include "domain/people/rota_coverage.h"
#include "people_table.h"

namespace punctual::specs {
namespace {

using people::Cause;

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

class CoverageTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(RotaCoverage, CoverageTable, testing::ValuesIn(read_table("rota_coverage.txt")),
                         by_line);

std::string cause_words(const Cause& cause, const Cast& cast) {
  switch (cause.kind) {
    case Cause::Kind::nobody:
      return "no members";
    case Cause::Kind::week:
      return "by the week";
    case Cause::Kind::holiday:
      return "holiday " + cause.name;
    case Cause::Kind::time_off:
      return cast.name(cause.person) + " off";
    case Cause::Kind::absence:
      return cast.name(cause.person) + " absent";
    case Cause::Kind::swap:
      break;
  }
  return cast.name(cause.person) + " swapped";
}

/// "Mon 08:00 to 17:00", "Mon 22:00 to Tue 06:00": "24:00" is the next day's 00:00.
std::string interval_words(const Interval& time, const Reading& reading) {
  const auto opens = reading.day_and_time(time.opens);
  const auto closes = reading.day_and_time(time.closes);
  const bool same = first_word(opens).first == first_word(closes).first;
  return opens + " to " + (same ? first_word(closes).second : closes);
}

TEST_P(CoverageTable, Holds) {
  const auto& row = GetParam();
  const Cast cast(row);
  people::Rota rota{{}, {}, {}, cast.desk_hours()};
  for (const auto& worker : cast.workers())
    rota.workers.push_back(std::make_shared<const people::Worker>(worker));
  people::Rota::Pod pod{.id = {1}, .needed = std::stoi(row.find("needed").value_or("1"))};
  for (const auto& worker : rota.workers) pod.members.push_back(worker->id);
  std::vector<std::string> clients;
  for (const auto& client : row.all("client")) {
    const auto [name, hours] = first_word(client);
    clients.push_back(name);
    rota.clients.push_back({{static_cast<std::int64_t>(clients.size())}, pod.id, cast.promised(hours)});
  }
  const auto& zone = cast.reading().zone();
  const auto monday = cast.reading().date("Mon");
  const Interval week{zone.midnight(monday), zone.midnight(monday + std::chrono::days{7})};

  std::vector<std::string> told;
  Seconds lost{0};
  people::RotaCoverage coverage(rota, week);
  const auto cut = row.find("cut") ? people::Cut::by_plan : people::Cut::nowhere;
  for (const auto& [gap, causes, endangered] : coverage.gaps(pod, coverage.pieces(pod), cut)) {
    auto text = interval_words(gap.over, cast.reading()) + " with " + std::to_string(gap.present);
    for (const auto& cause : causes) text += ", " + cause_words(cause, cast);
    for (std::size_t i = 0; i < endangered.size(); ++i)
      text += (i == 0 ? ", endangers " : " ") + clients.at(static_cast<std::size_t>(endangered[i].value) - 1);
    told.push_back(text);
    lost += gap.over.length();
  }
  const auto expected = row.find("gaps") ? std::vector<std::string>{} : row.all("gap");
  EXPECT_EQ(told, expected);
  if (const auto sum = row.find("lost")) EXPECT_EQ(lost.count(), duration(*sum).count());
}

}  // namespace
}  // namespace punctual::specs
