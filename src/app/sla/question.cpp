#include "app/sla/question.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "app/sla/reading.h"
#include "domain/time/rfc3339.h"

namespace punctual::batch {
namespace {

namespace json = boost::json;
using sla::EventType;

constexpr std::array<std::pair<std::string_view, EventType>, 11> event_names{{
    {"submitted", EventType::submitted},
    {"auto_reply", EventType::auto_reply},
    {"internal_note", EventType::internal_note},
    {"assigned", EventType::assigned},
    {"human_reply", EventType::human_reply},
    {"waiting_on_client", EventType::waiting_on_client},
    {"client_reply", EventType::client_reply},
    {"resumed", EventType::resumed},
    {"resolved", EventType::resolved},
    {"reopened", EventType::reopened},
    {"tier_changed", EventType::tier_changed},
}};

std::string_view text(const json::object& object, std::string_view key) {
  return as_string(required(object, key), key);
}

Instant time(const json::object& object, std::string_view key) {
  const auto parsed = parse_rfc3339(text(object, key));
  if (!parsed) refuse(key, "is no RFC 3339 time in whole seconds with an offset");
  return *parsed;
}

Target target(const json::object& object, std::string_view key) {
  const auto parsed = parse_target(text(object, key));
  if (!parsed) refuse(key, "is no target such as 90m, 4h or 2bd");
  return *parsed;
}

std::optional<Target> optional_target(const json::object& object, std::string_view key) {
  if (member(object, key) == nullptr) return std::nullopt;
  return target(object, key);
}

class SlaReader {
 public:
  SlaReader(const json::object& line, CalendarCache& calendars) : calendars_(calendars) {
    if (const auto* value = member(line, "calendar")) base_ = calendar(*value);
    ask_.policies.push_back(policy(required(line, "policy")));
    // In order of time; a multimap keeps ties in order of position.
    std::multimap<Instant, sla::Event> events;
    for (const auto& entry : as_array(required(line, "events"), "events")) {
      const auto read = event(entry);
      events.emplace(read.at, read);
    }
    for (const auto& [at, read] : events) ask_.events.push_back(read);
    ask_.now = time(line, "now");
    if (ask_.events.empty() || ask_.events.front().type != EventType::submitted)
      refuse("events", "the first is not submitted");
    if (ask_.events.front().at > ask_.now) refuse("now", "lies before the submission");
  }

  AskSla take() && { return std::move(ask_); }

 private:
  Calendar calendar(const json::value& value) {
    auto found = calendars_.find(value);
    if (!found) throw Wrong{found.error()};
    return *found;
  }

  sla::PolicyInForce policy(const json::value& value) {
    const auto& object = as_object(value, "policy");
    sla::Policy targets{optional_target(object, "first_reply"), optional_target(object, "next_reply"),
                        optional_target(object, "resolution")};
    auto base = base_;
    if (const auto* own = member(object, "calendar")) base = calendar(*own);
    if (!base) refuse("calendar", "is missing");
    if (member(object, "coverage") == nullptr) return {targets, *base};
    if (text(object, "coverage") != "24x7") refuse("policy.coverage", "is not \"24x7\"");
    return {targets, Calendar::always(base->zone())};
  }

  sla::Event event(const json::value& value) {
    const auto& object = as_object(value, "events");
    const auto name = text(object, "type");
    const auto known = std::ranges::find(event_names, name, [](const auto& entry) { return entry.first; });
    if (known == event_names.end()) refuse("events", "one has an unknown type");
    sla::Event read{time(object, "at"), known->second};
    if (read.type == EventType::tier_changed)
      read.policy = &ask_.policies.emplace_back(policy(required(object, "policy")));
    return read;
  }

  CalendarCache& calendars_;
  std::optional<Calendar> base_;
  AskSla ask_;
};

Question read(const json::object& line, CalendarCache& calendars) {
  const auto op = text(line, "op");
  if (op == "sla") return SlaReader(line, calendars).take();
  const auto calendar = [&] {
    auto found = calendars.find(required(line, "calendar"));
    if (!found) throw Wrong{found.error()};
    return *found;
  };
  if (op == "due") return AskDue{calendar(), time(line, "start"), target(line, "target")};
  if (op == "elapsed") return AskElapsed{calendar(), time(line, "from"), time(line, "to")};
  if (op == "is_open") return AskOpen{calendar(), time(line, "at")};
  refuse("op", "is none of due, elapsed, is_open, sla");
}

}  // namespace

std::expected<Question, std::string> read_question(const json::object& line, CalendarCache& calendars) {
  try {
    return read(line, calendars);
  } catch (const Wrong& wrong) {
    return std::unexpected(wrong.text);
  }
}

}  // namespace punctual::batch
