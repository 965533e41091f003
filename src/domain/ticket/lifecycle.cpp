#include "domain/ticket/lifecycle.h"

#include <array>
#include <utility>

namespace punctual {

namespace {

struct Move {
  Status from;
  Verb verb;
  Status to;
};

constexpr Move moves[] = {
    {Status::fresh, Verb::triage, Status::open},
    {Status::fresh, Verb::note, Status::fresh},
    {Status::fresh, Verb::client_reply, Status::fresh},
    {Status::fresh, Verb::spam, Status::spam},

    {Status::open, Verb::triage, Status::open},  // corrects the tier, reassigns
    {Status::open, Verb::reply, Status::open},
    {Status::open, Verb::note, Status::open},
    {Status::open, Verb::client_reply, Status::open},
    {Status::open, Verb::wait, Status::waiting},
    {Status::open, Verb::resolve, Status::resolved},
    {Status::open, Verb::spam, Status::spam},

    {Status::waiting, Verb::triage, Status::waiting},
    {Status::waiting, Verb::reply, Status::waiting},
    {Status::waiting, Verb::note, Status::waiting},
    {Status::waiting, Verb::client_reply, Status::open},
    {Status::waiting, Verb::resume, Status::open},
    {Status::waiting, Verb::resolve, Status::resolved},
    {Status::waiting, Verb::spam, Status::spam},

    {Status::resolved, Verb::reply, Status::resolved},
    {Status::resolved, Verb::note, Status::resolved},
    {Status::resolved, Verb::client_reply, Status::open},  // within the time to reopen; decide() looks at it
    {Status::resolved, Verb::reopen, Status::open},
    {Status::resolved, Verb::spam, Status::spam},
};

constexpr std::pair<Status, std::string_view> statuses[] = {
    {Status::fresh, "new"},         {Status::open, "open"}, {Status::waiting, "waiting"},
    {Status::resolved, "resolved"}, {Status::spam, "spam"}, {Status::merged, "merged"},
};

constexpr std::pair<Verb, std::string_view> verbs[] = {
    {Verb::triage, "triage"},   {Verb::reply, "reply"},
    {Verb::note, "note"},       {Verb::client_reply, "client_reply"},
    {Verb::wait, "wait"},       {Verb::resume, "resume"},
    {Verb::resolve, "resolve"}, {Verb::reopen, "reopen"},
    {Verb::spam, "spam"},
};

}  // namespace

std::optional<Status> after(Status status, Verb verb) {
  for (const Move& move : moves)
    if (move.from == status && move.verb == verb) return move.to;
  return std::nullopt;
}

std::string_view to_text(Status status) {
  for (const auto& [value, text] : statuses)
    if (value == status) return text;
  return {};
}

std::optional<Status> status_from(std::string_view text) {
  for (const auto& [value, name] : statuses)
    if (name == text) return value;
  return std::nullopt;
}

std::string_view to_text(Verb verb) {
  for (const auto& [value, text] : verbs)
    if (value == verb) return text;
  return {};
}

}  // namespace punctual
