#include "app/sla/sla_verbs.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "app/clock.h"
#include "app/exit_status.h"
#include "app/sla/batch.h"
#include "app/sla/calendar_file.h"
#include "app/sla/explain_answer.h"
#include "app/sla/short_answers.h"
#include "app/sla/typed_time.h"
#include "store/zones/system_zones.h"

namespace punctual::app {
namespace {

constexpr auto calendar_help =
    "FILE holds a calendar as in punctual sla batch, for example\n"
    "  {\"time_zone\":\"America/New_York\",\"holidays\":{\"2024-12-25\":\"Christmas Day\"},\n"
    "   \"weekly\":{\"mon\":[[\"09:00\",\"17:00\"]],\"fri\":[[\"09:00\",\"12:00\"],[\"13:00\",\"17:00\"]]}}\n"
    "TIME is RFC 3339, or what the clocks of the calendar's zone read (2024-03-08 16:30: where the clocks "
    "jump\n"
    "over it, the jump; where it comes twice, the first), or now.";
constexpr auto target_help = " TARGET is 90s, 30m, 4h or 2bd.";
constexpr auto status_help = "\nExit status: 0 answered, 2 wrong use or a calendar that cannot be read";

/// What a person typed, and what it comes to; a value that cannot be read ends the verb.
struct Typed {
  std::string calendar;
  std::string start;
  std::string target;
  std::string from;
  std::string to;
  std::string at = "now";
  std::string zone;
  bool json = false;
  bool exit_code = false;
};

struct Unreadable {
  std::string text;
};

const SystemZones& system_zones() {
  static const SystemZones zones;
  return zones;
}

Calendar calendar_of(const Typed& typed) {
  auto calendar = read_calendar_file(typed.calendar, system_zones());
  if (!calendar) throw Unreadable{calendar.error()};
  return *calendar;
}

Instant time_of(const std::string& option, const std::string& text, const Calendar& calendar) {
  const auto t = parse_typed_time(text, calendar.zone(), system_now());
  if (!t)
    throw Unreadable{
        option + ": \"" + text +
        "\" is no time; write 2024-03-08T16:30:00-05:00, or 2024-03-08 16:30 for the clocks of " +
        calendar.zone().name()};
  return *t;
}

Target target_of(const Typed& typed) {
  const auto target = parse_target(typed.target);
  if (!target)
    throw Unreadable{"--target: \"" + typed.target +
                     "\" is no target; write a number and s, m, h or bd, as in 90s, 30m, 4h or 2bd"};
  return *target;
}

TimeZone zone_of(const Typed& typed, const Calendar& calendar) {
  if (typed.zone.empty()) return calendar.zone();
  auto zone = system_zones().find(typed.zone);
  if (!zone)
    throw Unreadable{"--time-zone: \"" + typed.zone +
                     "\" is no zone of the IANA database; name one, such as America/New_York"};
  return *zone;
}

Told due(const Typed& typed) {
  const auto calendar = calendar_of(typed);
  return tell_due(calendar, time_of("--start", typed.start, calendar), target_of(typed));
}

Told elapsed(const Typed& typed) {
  const auto calendar = calendar_of(typed);
  return tell_elapsed(calendar, time_of("--from", typed.from, calendar), time_of("--to", typed.to, calendar));
}

Told open(const Typed& typed) {
  const auto calendar = calendar_of(typed);
  const auto at = time_of("--at", typed.at, calendar);
  auto told = tell_open(calendar, at);
  if (typed.exit_code) told.answered = calendar.is_open(at);
  return told;
}

struct Option {
  std::string name;
  const std::string& value;
};
using Pair = std::array<Option, 2>;

bool named(const Option& option) {
  return !option.value.empty();
}

/// Half of `pair` is refused with the half that is missing; `other` is what would ask for something else.
void refuse_half(const Pair& pair, const Pair& other) {
  const auto there = std::ranges::find_if(pair, named);
  const auto missing = std::ranges::find_if_not(pair, named);
  if (there == pair.end() || missing == pair.end()) return;
  auto text = "sla explain: " + there->name + " stands without " + missing->name;
  if (std::ranges::all_of(other, named)) {
    text += "; leave " + there->name + " out, or name " + missing->name + " instead of " + other[0].name +
            " and " + other[1].name;
  } else {
    text += "; name " + missing->name;
    const auto stray = std::ranges::find_if(other, named);
    if (stray != other.end()) text += " instead of " + stray->name;
  }
  throw Unreadable{text};
}

Told explain(const Typed& typed) {
  const Pair of_due{{{"--start", typed.start}, {"--target", typed.target}}};
  const Pair of_elapsed{{{"--from", typed.from}, {"--to", typed.to}}};
  refuse_half(of_due, of_elapsed);
  refuse_half(of_elapsed, of_due);
  if (named(of_due[0]) == named(of_elapsed[0]))
    throw Unreadable{
        "sla explain: takes --start and --target, or --from and --to; name one of the two pairs"};
  const auto calendar = calendar_of(typed);
  const auto zone = zone_of(typed, calendar);
  if (named(of_due[0]))
    return explain_due(calendar, time_of("--start", typed.start, calendar), target_of(typed), zone);
  const auto from = time_of("--from", typed.from, calendar);
  const auto to = time_of("--to", typed.to, calendar);
  if (to < from)
    throw Unreadable{"--to: \"" + typed.to + "\" lies before --from \"" + typed.from +
                     "\", so there is nothing to explain; exchange the two"};
  return explain_elapsed(calendar, from, to, zone);
}

int run(Told (*verb)(const Typed&), const Typed& typed) {
  try {
    const auto told = verb(typed);
    std::cout << (typed.json ? boost::json::serialize(told.json) : told.words) << '\n';
    return told.answered ? 0 : answer_is_no;
  } catch (const Unreadable& unreadable) {
    std::cerr << "punctual: " << unreadable.text << '\n';
    return wrong_use;
  }
}

/// What a verb takes beside the calendar, and so what its help explains.
enum class Takes { times, target };

/// What is common to the verbs for people; the returned flags live as long as the verb.
std::shared_ptr<Typed> add_verb(CLI::App& sla, const std::string& name, const std::string& meaning,
                                Told (*verb)(const Typed&), int& status, Takes takes,
                                const std::string& footer) {
  auto typed = std::make_shared<Typed>();
  auto* made = sla.add_subcommand(name, meaning);
  made->add_option("--calendar", typed->calendar, "the calendar's file; - is standard input")
      ->required()
      ->type_name("FILE");
  made->add_flag("--json", typed->json, "one JSON object, for programs; instants in UTC");
  made->footer(std::string(calendar_help) + (takes == Takes::target ? target_help : "") + status_help +
               footer);
  made->callback([typed, verb, &status] { status = run(verb, *typed); });
  return typed;
}

CLI::Option* add_text(CLI::App& sla, const std::string& verb, const std::string& option, std::string& value,
                      const std::string& meaning, const std::string& type) {
  return sla.get_subcommand(verb)->add_option(option, value, meaning)->type_name(type);
}

void add_due(CLI::App& sla, int& status) {
  const auto typed =
      add_verb(sla, "due", "when a target is used up", due, status, Takes::target,
               ", 3 no promise possible: the target is never\nused up. For example:\n"
               "  punctual sla due --calendar office.json --start '2024-03-08 16:30' --target 1h");
  add_text(sla, "due", "--start", typed->start, "since when it runs", "TIME")->required();
  add_text(sla, "due", "--target", typed->target, "open time, or business days", "TARGET")->required();
}

void add_elapsed(CLI::App& sla, int& status) {
  const auto typed = add_verb(
      sla, "elapsed", "how much open time lies between two times", elapsed, status, Takes::times,
      ".\nTimes in reverse order have 0 seconds between them. For example:\n"
      "  punctual sla elapsed --calendar office.json --from '2024-03-08 16:30' --to '2024-03-11 10:00'");
  add_text(sla, "elapsed", "--from", typed->from, "the first instant", "TIME")->required();
  add_text(sla, "elapsed", "--to", typed->to, "the instant up to which is counted", "TIME")->required();
}

void add_open(CLI::App& sla, int& status) {
  const auto typed = add_verb(
      sla, "open", "whether the calendar is open, and until or from when", open, status, Takes::times,
      "; with --exit-code 3 when it\nis closed. For example:\n"
      "  punctual sla open --calendar office.json --at '2024-12-25 10:00'\n"
      "  punctual sla open --calendar office.json --exit-code && echo 'somebody is there'");
  add_text(sla, "open", "--at", typed->at, "when; now, where it is left out", "TIME");
  sla.get_subcommand("open")->add_flag("--exit-code", typed->exit_code, "end with 3 when it is closed");
}

void add_explain(CLI::App& sla, int& status) {
  const auto typed = add_verb(
      sla, "explain", "what counted and what did not, stretch by stretch", explain, status, Takes::target,
      ", 3 no promise possible.\nGive --start and --target, or --from and --to. For example:\n"
      "  punctual sla explain --calendar office.json --start '2024-03-08 16:30' --target 2bd\n"
      "  punctual sla explain --calendar office.json --from '2024-12-24 16:00' --to now --time-zone "
      "Europe/Paris");
  add_text(sla, "explain", "--start", typed->start, "since when a target runs", "TIME");
  add_text(sla, "explain", "--target", typed->target, "open time, or business days", "TARGET");
  add_text(sla, "explain", "--from", typed->from, "the first instant", "TIME");
  add_text(sla, "explain", "--to", typed->to, "the instant up to which is counted", "TIME");
  add_text(sla, "explain", "--time-zone", typed->zone, "whose clocks the words go by; else the calendar's",
           "ZONE");
}

void add_batch(CLI::App& sla, int& status) {
  auto* batch = sla.add_subcommand(
      "batch", "answer questions about due times, one JSON object a line, from standard input");
  batch->footer(
      "Each line is a question and gets a line of answer with its id. No data folder is needed.\n"
      "  op       beside calendar it takes\n"
      "  due      start, target: when the target is used up\n"
      "  elapsed  from, to: the open seconds between\n"
      "  is_open  at: whether it is open then\n"
      "  sla      policy, events, now: how every clock of a ticket stands\n"
      "A calendar has time_zone and weekly hours, perhaps holidays and exceptions by date; "
      "{\"coverage\":\"24x7\"} is\n"
      "always open, {\"union\":[…]} when any is. Targets are 90s, 30m, 4h, 1bd. A line that is wrong is "
      "answered\n"
      "{\"id\":…,\"error\":…}. For example:\n"
      "  {\"id\":\"a\",\"op\":\"due\",\"calendar\":{\"time_zone\":\"America/New_York\",\"weekly\":"
      "{\"mon\":[[\"09:00\",\"17:00\"]]}},\n"
      "   \"start\":\"2024-07-01T16:30:00-04:00\",\"target\":\"1h\"}");
  batch->callback([&status] {
    std::ios::sync_with_stdio(false);  // reads by the block, not by the byte
    status = run_sla_batch(std::cin, std::cout);
  });
}

}  // namespace

void add_sla_verbs(CLI::App& punctual, int& status) {
  auto* sla = punctual.add_subcommand("sla", "the SLA engine without a desk");
  sla->require_subcommand(1);
  add_due(*sla, status);
  add_elapsed(*sla, status);
  add_open(*sla, status);
  add_explain(*sla, status);
  add_batch(*sla, status);
}

}  // namespace punctual::app
