// Runs the table of leaves: each row is a test, named by its line.

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/people/leave.h"
#include "people_table.h"

namespace punctual::specs {
namespace {

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

class LeaveTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Leave, LeaveTable, testing::ValuesIn(read_table("leave.txt")), by_line);

std::string words(std::optional<Instant> t, const Reading& reading) {
  return t ? reading.day_and_time(*t) : "never";
}

/// "a due Fri 12:00 update Fri 10:00": its id is its letter.
people::HeldTicket read_ticket(const std::string& text, const Reading& reading) {
  people::HeldTicket ticket{.id = {text.front()}};
  const auto updated = split(text, " update ");
  const auto due = split(updated[0], " due ");
  if (due.size() > 1) ticket.dues.push_back(reading.instant(due[1]));
  if (updated.size() > 1) ticket.dues.push_back(reading.instant(updated[1]));
  return ticket;
}

/// The absence is in their hours already, and its end is when they are back.
std::optional<people::Leave> called_away(const Calendar& at_work, Instant now) {
  return people::Leave{now, now, at_work.next_opening(now)};
}

std::string takeover_words(const people::Suggestions& suggestions, const Cast& cast) {
  if (suggestions.escalates_to) return "escalates " + cast.name(suggestions.escalates_to->person);
  std::vector<PersonId> can;
  for (const auto& one : suggestions.candidates)
    if (one.eligible) can.push_back(one.person);
  return cast.names(can);
}

TEST_P(LeaveTable, Holds) {
  const auto& row = GetParam();
  const Cast cast(row);
  const auto& reading = cast.reading();
  const auto& leaver = cast.workers().front();
  const auto called = row.find("called");
  const auto leave = called ? called_away(leaver.at_work, reading.instant(*called))
                            : people::leave_of(leaver.at_work, reading.instant(row.at("now")));
  ASSERT_EQ(leave ? words(leave->leaves, reading) : "never", row.at("leaves"));
  if (!leave) return;
  if (const auto returns = row.find("returns")) EXPECT_EQ(words(leave->returns, reading), *returns);
  if (const auto told = row.find("told")) EXPECT_EQ(words(people::told_at(*leave), reading), *told);

  std::vector<people::HeldTicket> tickets;
  for (const auto& ticket : row.all("ticket")) tickets.push_back(read_ticket(ticket, reading));
  const auto left = people::due_while_away(*leave, tickets);
  std::string letters;
  for (const auto& due : left)
    letters.append(letters.empty() ? "" : " ") += static_cast<char>(due.ticket.value);
  EXPECT_EQ(letters, row.find("left").value_or(""));
  for (const auto& over : row.all("over")) {
    const auto [letter, who] = first_word(over);
    const auto due = std::ranges::find(left, TicketId{letter.front()}, &people::DueWhileAway::ticket);
    ASSERT_NE(due, left.end());
    EXPECT_EQ(
        takeover_words(
            people::who_takes_over(*leave, leaver.id, *due, {}, cast.candidates(), cast.desk_hours()), cast),
        who);
  }
  for (const auto& falls : row.all("falls")) {
    const auto [letter, who] = first_word(falls);
    const auto due = std::ranges::find(left, TicketId{letter.front()}, &people::DueWhileAway::ticket);
    ASSERT_NE(due, left.end());
    const auto to = people::falls_to(leaver.id, due->first, cast.candidates(), leave->leaves);
    EXPECT_EQ(to ? cast.name(*to) : "nobody", who);
  }
}

}  // namespace
}  // namespace punctual::specs
