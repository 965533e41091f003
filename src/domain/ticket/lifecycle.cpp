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
    {Status::fresh, Verb::merge, Status::merged},
    {Status::fresh, Verb::absorb, Status::fresh},
    {Status::fresh, Verb::link, Status::fresh},
    {Status::fresh, Verb::redact, Status::fresh},
    {Status::fresh, Verb::redact_contact, Status::fresh},

    {Status::open, Verb::triage, Status::open},  // corrects the tier, reassigns
    {Status::open, Verb::reply, Status::open},
    {Status::open, Verb::note, Status::open},
    {Status::open, Verb::client_reply, Status::open},
    {Status::open, Verb::wait, Status::waiting},
    {Status::open, Verb::resolve, Status::resolved},
    {Status::open, Verb::spam, Status::spam},
    {Status::open, Verb::merge, Status::merged},
    {Status::open, Verb::absorb, Status::open},
    {Status::open, Verb::link, Status::open},
    {Status::open, Verb::estimate, Status::open},
    {Status::open, Verb::decide_estimate, Status::open},
    {Status::open, Verb::redact, Status::open},
    {Status::open, Verb::redact_contact, Status::open},

    {Status::waiting, Verb::triage, Status::waiting},
    {Status::waiting, Verb::reply, Status::waiting},
    {Status::waiting, Verb::note, Status::waiting},
    {Status::waiting, Verb::client_reply, Status::open},
    {Status::waiting, Verb::resume, Status::open},
    {Status::waiting, Verb::resolve, Status::resolved},
    {Status::waiting, Verb::spam, Status::spam},
    {Status::waiting, Verb::merge, Status::merged},
    {Status::waiting, Verb::absorb, Status::waiting},
    {Status::waiting, Verb::link, Status::waiting},
    {Status::waiting, Verb::estimate, Status::waiting},
    {Status::waiting, Verb::decide_estimate, Status::waiting},
    {Status::waiting, Verb::redact, Status::waiting},
    {Status::waiting, Verb::redact_contact, Status::waiting},

    {Status::resolved, Verb::reply, Status::resolved},
    {Status::resolved, Verb::note, Status::resolved},
    {Status::resolved, Verb::client_reply, Status::open},  // within the time to reopen; decide() looks at it
    {Status::resolved, Verb::reopen, Status::open},
    {Status::resolved, Verb::spam, Status::spam},
    {Status::resolved, Verb::merge, Status::merged},
    {Status::resolved, Verb::absorb, Status::resolved},
    {Status::resolved, Verb::link, Status::resolved},
    {Status::resolved, Verb::rate, Status::resolved},
    {Status::resolved, Verb::estimate, Status::resolved},  // work past the limit may be asked for afterwards
    {Status::resolved, Verb::decide_estimate, Status::resolved},
    {Status::resolved, Verb::redact, Status::resolved},
    {Status::resolved, Verb::redact_contact, Status::resolved},

    // Ends: nothing goes on there, yet what must not be read can still be removed.
    {Status::spam, Verb::redact, Status::spam},
    {Status::spam, Verb::redact_contact, Status::spam},
    {Status::merged, Verb::link,
     Status::merged},  // its client may write again when the target is long resolved
    {Status::merged, Verb::redact, Status::merged},
    {Status::merged, Verb::redact_contact, Status::merged},
};

constexpr std::pair<Status, std::string_view> statuses[] = {
    {Status::fresh, "new"},         {Status::open, "open"}, {Status::waiting, "waiting"},
    {Status::resolved, "resolved"}, {Status::spam, "spam"}, {Status::merged, "merged"},
};

constexpr std::pair<Verb, std::string_view> verbs[] = {
    {Verb::triage, "triage"},
    {Verb::reply, "reply"},
    {Verb::note, "note"},
    {Verb::client_reply, "client_reply"},
    {Verb::wait, "wait"},
    {Verb::resume, "resume"},
    {Verb::resolve, "resolve"},
    {Verb::reopen, "reopen"},
    {Verb::spam, "spam"},
    {Verb::merge, "merge"},
    {Verb::absorb, "absorb"},
    {Verb::link, "link"},
    {Verb::rate, "rate"},
    {Verb::estimate, "estimate"},
    {Verb::decide_estimate, "decide_estimate"},
    {Verb::redact, "redact"},
    {Verb::redact_contact, "redact_contact"},
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
