#include "web/pages/promises.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/text/wording.h"

namespace punctual::web {
namespace {

using sla::Clock;
using sla::Goal;
using sla::NextUpdate;

std::string near(const PromiseFacts& facts, Instant t) {
  return text::near_words(t, facts.zone, facts.now);
}

std::string guaranteed(const Clock& clock) {
  return clock.target ? fmt::format("Guaranteed: {}.", text::target_words(*clock.target)) : std::string{};
}

// Of a goal nobody may read that it was promised: it is met or passed, neither kept nor late.
constexpr auto within_goal = "Within our goal";
constexpr auto past_goal = "Past our goal";

void explain_by(PromiseLine& line, const Clock& clock, ClockEnds ends, const PromiseFacts& facts) {
  line.explained = explanation_of(clock, ends, line.verdict, line.word, facts.zone, facts.now);
}

// Of a clock that still runs, before and after its due.
PromiseLine running(const PromiseFacts& facts, const Clock& clock, std::string_view what) {
  if (clock.state == Clock::State::paused) {
    return {.verdict = "paused",
            .word = "Paused",
            .text = "The work waits for your answer, and so does its clock."};
  }
  if (!clock.due) {
    return {.verdict = "none", .word = "Open", .text = fmt::format("{} as soon as we can.", what)};
  }
  if (clock.state == Clock::State::breached) {
    return {.verdict = "late",
            .word = "Late",
            .text = fmt::format(
                "We promised this by {} and are late: {}.", near(facts, *clock.due),
                what == "A person answers" ? "you should have heard from a person" : "it should be done"),
            .under = "The people in charge have been told."};
  }
  return {.verdict = "running",
          .word = "On time",
          .text = fmt::format("{} by {}.", what, near(facts, *clock.due))};
}

std::string counted_words(Seconds elapsed) {
  if (elapsed <= Seconds{0}) return "outside business hours";
  if (elapsed < std::chrono::minutes{1}) return "within a minute of business time";
  return fmt::format("after {} of business time", text::duration_words(elapsed));
}

PromiseLine stopped(const PromiseFacts& facts, const Clock& clock, std::string_view what) {
  const auto after =
      fmt::format("{} {}, {}.", what, near(facts, *clock.stopped), counted_words(clock.elapsed));
  if (clock.state == Clock::State::missed) {
    const auto due = clock.due ? fmt::format("Promised by {}.", near(facts, *clock.due)) : std::string{};
    return {.verdict = "late", .word = "Late", .text = after, .under = due};
  }
  if (!clock.target) return {.verdict = "none", .word = "Done", .text = after};
  return {.verdict = "kept", .word = "Kept", .text = after, .under = guaranteed(clock)};
}

// Without a guarantee it is the goal that judges an answer.
PromiseLine answered(const PromiseFacts& facts) {
  const auto& clock = facts.standing.clocks.first_reply;
  const auto& goal = facts.standing.goal;
  auto line = stopped(facts, clock, "A person answered");
  if (clock.target || !goal.shown || !goal.due) {
    explain_by(line, clock, ClockEnds::answer, facts);
    return line;
  }
  const bool reached = goal.state == Goal::State::reached;
  line.verdict = reached ? "kept" : "none";
  line.word = reached ? within_goal : past_goal;
  if (goal.clock.target) line.under = fmt::format("Our goal: {}.", text::target_words(*goal.clock.target));
  explain_by(line, goal.clock, ClockEnds::goal, facts);
  return line;
}

// Before the first answer the goal is what the client is told, unless a guarantee comes earlier (SEMANTICS
// 14a, 14b).
PromiseLine awaited(const PromiseFacts& facts) {
  const auto& clock = facts.standing.clocks.first_reply;
  const auto& goal = facts.standing.goal;
  auto guarantee = running(facts, clock, "A person answers");
  explain_by(guarantee, clock, ClockEnds::answer, facts);
  if (!goal.shown || !goal.due || clock.state == Clock::State::breached) return guarantee;
  if (goal.state != Goal::State::passed) {
    PromiseLine line{.verdict = "running",
                     .word = within_goal,
                     .text = fmt::format("A person answers by {}.", near(facts, *goal.due))};
    explain_by(line, goal.clock, ClockEnds::goal, facts);
    return line;
  }
  PromiseLine line{
      .verdict = "running",
      .word = past_goal,
      .text = fmt::format("We meant to answer by {}, and have not yet.", near(facts, *goal.due))};
  if (clock.due) {
    // A goal that has passed is no promise any more where there is a guarantee.
    line.under = fmt::format("An answer is guaranteed by {}.", near(facts, *clock.due));
    line.explained = std::move(guarantee.explained);
  } else {
    explain_by(line, goal.clock, ClockEnds::goal, facts);
  }
  return line;
}

PromiseLine first_answer(const PromiseFacts& facts) {
  if (facts.standing.clocks.first_reply.stopped) return answered(facts);
  auto line = awaited(facts);
  std::vector<std::string> under;
  if (!line.under.empty()) under.push_back(line.under);
  if (facts.clock_starts && *facts.clock_starts > facts.now)
    under.push_back(fmt::format("You wrote outside our business hours. The clock starts when they do, {}.",
                                near(facts, *facts.clock_starts)));
  if (!facts.tier)
    under.emplace_back("How severe it is has not been assessed yet; that comes with the review.");
  line.under = fmt::format("{}", fmt::join(under, " "));
  return line;
}

void add_next_update(std::vector<PromiseLine>& lines, const PromiseFacts& facts) {
  const auto& update = facts.standing.next_update;
  if (!update) return;
  // While it runs it stands among what to expect.
  if (update->state == NextUpdate::State::missed) {
    const bool still = !update->settled && is_active(facts.status);
    lines.push_back(
        {.verdict = "late",
         .word = "Late",
         .text = still ? fmt::format("You should have heard from us by {}.", near(facts, update->by))
                       : fmt::format("An update was due by {}, and came late.", near(facts, update->by))});
  } else if (update->state == NextUpdate::State::kept) {
    lines.push_back({.verdict = "kept",
                     .word = "Kept",
                     .text = fmt::format("An update was promised by {}.", near(facts, update->by))});
  }
}

void add_next_replies(std::vector<PromiseLine>& lines, const PromiseFacts& facts) {
  const auto& clocks = facts.standing.clocks.next_reply;
  if (clocks.empty()) return;
  const auto& last = clocks.back();
  // An answer without a target is what people expect anyway; only a promise is worth a line.
  if (last.is_running()) {
    lines.push_back(running(facts, last, "A person answers"));
    if (lines.back().under.empty()) lines.back().under = "To what you wrote last.";
  } else if (last.target) {
    lines.push_back(stopped(facts, last, "Your last message was answered"));
  } else {
    return;
  }
  explain_by(lines.back(), last, ClockEnds::answer, facts);
}

void add_resolution(std::vector<PromiseLine>& lines, const PromiseFacts& facts) {
  const auto& clock = facts.standing.clocks.resolution;
  if (!clock.stopped && !clock.target) return;
  lines.push_back(clock.stopped ? stopped(facts, clock, "Resolved") : running(facts, clock, "Done"));
  explain_by(lines.back(), clock, ClockEnds::resolution, facts);
}

}  // namespace

std::optional<Instant> answer_by(const Standing& standing) {
  if (standing.clocks.first_reply.stopped) return std::nullopt;
  return standing.goal.shown && standing.goal.due ? standing.goal.due : standing.clocks.first_reply.due;
}

std::vector<PromiseLine> promise_lines(const PromiseFacts& facts) {
  std::vector<PromiseLine> lines;
  if (facts.status == Status::spam || facts.status == Status::merged) return lines;
  const auto& clocks = facts.standing.clocks;
  if (clocks.first_reply.stopped) {
    add_next_replies(lines, facts);
    add_next_update(lines, facts);
    add_resolution(lines, facts);
  }
  lines.push_back(first_answer(facts));
  if (facts.status == Status::resolved) return lines;  // the conversation, and how it was, come first then
  const auto first = std::ranges::find_if(lines, [](const auto& line) { return line.explained.has_value(); });
  if (first != lines.end()) first->explained->unfolded = true;
  return lines;
}

}  // namespace punctual::web
