#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/ticket/event.h"

namespace punctual::app::demo {

/// When a request of the demo came in, told from the instant the desk is made, so that the desk looks right
/// on any day. "Business day" is one of the desk's own calendar.
struct When {
  enum class Place {
    days_ago,        ///< on the n-th business day before today, at a wall time
    before_weekend,  ///< on the last business day before the n-th latest weekend that is over, at a wall time
    weekend,         ///< on the day after that, at a wall time
    desk_ago,        ///< so many minutes of open time ago
    clock_ago,       ///< so many minutes ago
  };
  Place place{};
  int n = 0;
  int minutes = 0;  ///< of the day where there is a wall time
};
constexpr When days_ago(int n, int hour, int minute) {
  return {When::Place::days_ago, n, hour * 60 + minute};
}
constexpr When before_weekend(int n, int hour, int minute) {
  return {When::Place::before_weekend, n, hour * 60 + minute};
}
constexpr When weekend(int n, int hour, int minute) {
  return {When::Place::weekend, n, hour * 60 + minute};
}
constexpr When desk_ago(int minutes) {
  return {When::Place::desk_ago, 0, minutes};
}
constexpr When clock_ago(int minutes) {
  return {When::Place::clock_ago, 0, minutes};
}

/// One thing somebody does to a ticket, `after` so many minutes since the one before: of the desk's open
/// time, or of any time where `clock` says so. Staff have their names from who has the ticket and who is at
/// work then.
struct Act {
  enum class Kind {
    none,
    triage,
    retier,
    hand_over,
    reply,
    note,
    review,
    client,
    wait,
    resume,
    resolve,
    reopen,
    spam
  };
  Kind kind = Kind::none;
  int after = 0;
  std::string_view text{};
  std::string_view what_to_expect{};
  std::string_view next_step{};
  int promise = 0;     ///< minutes of open time until the next update; 0: no expectation
  bool firm = false;   ///< the promise stands at that very instant, whoever is away then
  bool clock = false;  ///< `after` is plain time
  int tier = 0;        ///< of retier
};

constexpr Act triage(int after) {
  return {.kind = Act::Kind::triage, .after = after};
}
constexpr Act retier(int after, int tier) {
  return {.kind = Act::Kind::retier, .after = after, .tier = tier};
}
/// To another member of the pod who is at work.
constexpr Act hand_over(int after) {
  return {.kind = Act::Kind::hand_over, .after = after};
}
/// A reply with its expectation; the next update comes within `promise` minutes of open time.
constexpr Act reply(int after, std::string_view text, std::string_view what_to_expect,
                    std::string_view next_step, int promise) {
  return {.kind = Act::Kind::reply,
          .after = after,
          .text = text,
          .what_to_expect = what_to_expect,
          .next_step = next_step,
          .promise = promise};
}
constexpr Act write(int after, std::string_view text) {
  return {.kind = Act::Kind::reply, .after = after, .text = text};
}
constexpr Act note(int after, std::string_view text) {
  return {.kind = Act::Kind::note, .after = after, .text = text};
}
/// A coordinator's note.
constexpr Act review(int after, std::string_view text) {
  return {.kind = Act::Kind::review, .after = after, .text = text};
}
constexpr Act client(int after, std::string_view text) {
  return {.kind = Act::Kind::client, .after = after, .text = text};
}
constexpr Act wait(int after = 1) {
  return {.kind = Act::Kind::wait, .after = after};
}
constexpr Act resume(int after) {
  return {.kind = Act::Kind::resume, .after = after};
}
constexpr Act resolve(int after, std::string_view text) {
  return {.kind = Act::Kind::resolve, .after = after, .text = text};
}
constexpr Act reopen(int after) {
  return {.kind = Act::Kind::reopen, .after = after};
}
constexpr Act spam(int after) {
  return {.kind = Act::Kind::spam, .after = after};
}
/// The same act, counted in plain time: an answer written in the evening.
constexpr Act by_the_clock(Act act) {
  act.clock = true;
  return act;
}
constexpr Act firmly(Act act) {
  act.firm = true;
  return act;
}

/// Where every request of the demo begins and what becomes of it. Acts that would lie after the desk's first
/// instant have not happened. Texts in several lines are joined as `unwrapped` says.
struct Story {
  std::string_view from;    ///< the contact's address
  std::string_view name{};  ///< of who is no client's contact; others are looked up
  std::string_view company{};
  std::string_view cc{};
  std::string_view site;
  std::string_view page{};
  std::optional<bool> live{};
  Impact impact{};
  Source via = Source::form;
  When when{};
  int tier = 3;            ///< as assessed at triage
  bool on_call = false;    ///< outside the hours too: all acts are counted in plain time
  std::string_view pod{};  ///< of who is no client's contact
  std::string_view text;
  Act acts[12] = {};
};

std::span<const Story> brightwater_stories();
std::span<const Story> brightwater_open();
std::span<const Story> alder_valley_stories();
std::span<const Story> alder_valley_open();
std::span<const Story> northgate_stories();
std::span<const Story> northgate_open();
std::span<const Story> marrow_pine_stories();
std::span<const Story> saltmarsh_stories();
std::span<const Story> strangers_stories();

}  // namespace punctual::app::demo
