#include "app/sla/answer.h"

#include <array>
#include <boost/json.hpp>
#include <optional>

#include "app/sla/question.h"
#include "app/sla/salvaged_id.h"
#include "domain/time/rfc3339.h"

namespace punctual::batch {
namespace {

namespace json = boost::json;

// Unions may nest; deeper than this is no calendar but an attack.
constexpr std::size_t deepest = 64;

/// Quoted. Never cut: an id comes back as it came.
void put_string(std::string_view text, std::string& out) {
  out += json::serialize(json::string(text));
}

/// A due nobody can write down, in the year 10000 or later, is no promise.
void put_time(std::optional<Instant> t, std::string& out) {
  if (!t || !has_rfc3339(*t)) {
    out += "null";
    return;
  }
  out += '"';
  out += format_rfc3339(*t);
  out += '"';
}

std::string_view name_of(sla::Clock::State state) {
  switch (state) {
    case sla::Clock::State::running:
      return "running";
    case sla::Clock::State::paused:
      return "paused";
    case sla::Clock::State::breached:
      return "breached";
    case sla::Clock::State::met:
      return "met";
    case sla::Clock::State::missed:
      return "missed";
    case sla::Clock::State::cancelled:
      return "cancelled";
  }
  return {};
}

void put_clock(const sla::Clock& clock, std::string& out) {
  out.append(R"({"state":")").append(name_of(clock.state)).append(R"(","due":)");
  put_time(clock.due, out);
  out.append(R"(,"elapsed":)").append(std::to_string(clock.elapsed.count())).append("}");
}

struct Answering {
  std::string& out;

  void operator()(const AskDue& ask) const {
    out += R"("due":)";
    put_time(ask.calendar.due(ask.start, ask.target), out);
  }
  void operator()(const AskElapsed& ask) const {
    out.append(R"("seconds":)").append(std::to_string(ask.calendar.elapsed(ask.from, ask.to).count()));
  }
  void operator()(const AskOpen& ask) const {
    out.append(R"("open":)").append(ask.calendar.is_open(ask.at) ? "true" : "false");
  }
  /// The clocks of the policy in force, and the first reply's whenever it has stopped.
  void operator()(const AskSla& ask) const {
    const auto clocks = sla::evaluate(ask.events, ask.policies.front(), ask.now);
    const auto& policy = clocks.policy;
    out += R"("sla":{)";
    const char* comma = "";
    const auto put_key = [&](std::string_view key) {
      out.append(comma).append("\"").append(key).append("\":");
      comma = ",";
    };
    if (policy.first_reply || !clocks.first_reply.is_running()) {
      put_key("first_reply");
      put_clock(clocks.first_reply, out);
    }
    if (policy.next_reply) {
      put_key("next_reply");
      const char* between = "[";
      for (const auto& clock : clocks.next_reply) {
        out += std::exchange(between, ",");
        put_clock(clock, out);
      }
      out += clocks.next_reply.empty() ? "[]" : "]";
    }
    if (policy.resolution) {
      put_key("resolution");
      put_clock(clocks.resolution, out);
    }
    out += '}';
  }
};

}  // namespace

void answer_unreadable(std::string_view problem, std::string& out, const std::optional<std::string>& id) {
  out += R"({"id":)";
  if (id)
    put_string(*id, out);
  else
    out += "null";
  out += R"(,"error":)";
  put_string(problem, out);
  out += "}\n";
}

void answer(std::string_view line, CalendarCache& calendars, std::string& out) {
  std::array<unsigned char, 16 * 1024> buffer;
  json::monotonic_resource storage(buffer.data(), buffer.size());
  json::parse_options options;
  options.max_depth = deepest;
  boost::system::error_code error;
  const auto parsed = json::parse(json::string_view(line.data(), line.size()), error, &storage, options);
  if (error) return answer_unreadable("the line is not JSON: " + error.message(), out, salvaged_id(line));
  if (!parsed.is_object()) return answer_unreadable("the line is no object", out);
  const auto& object = parsed.get_object();
  const auto* id = object.if_contains("id");
  if (id == nullptr || !id->is_string()) return answer_unreadable("id: is missing or no string", out);
  out += R"({"id":)";
  put_string(id->get_string(), out);
  out += ',';
  const auto question = read_question(object, calendars);
  if (question) {
    std::visit(Answering{out}, *question);
  } else {
    out += R"("error":)";
    put_string(question.error(), out);
  }
  out += "}\n";
}

}  // namespace punctual::batch
