#include "app/demo/playback.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "desk/commands/change.h"
#include "desk/commands/submit.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace punctual::app::demo {

namespace {

constexpr int at_a_time = 100;

struct Playback {
  const desk::Desk& desk;
  store::Session& session;
  std::span<const TicketId> tickets;
  Instant at{};

  void operator()(const desk::NewRequest& request, const Planned& step) const {
    if (const auto problems = desk::problems_of(request); !problems.empty())
      throw std::logic_error("a request of the demo has a bad " + problems[0].field + ": " +
                             problems[0].detail);
    const auto submitted = desk::submit(desk, session, request, step.by, step.at);
    if (submitted.id != tickets[step.story])
      throw std::logic_error("the demo's tickets are not the only ones; start in an empty data folder");
  }

  void operator()(const TicketCommand& command, const Planned& step) const {
    const TicketId id = tickets[step.story];
    const auto changed = desk::change(desk, session, id, std::nullopt, command, step.by, step.at);
    if (!changed)
      throw std::logic_error(desk::ref_of(id) +
                             " of the demo was refused a command: " + changed.error().refusal.detail);
  }

  void operator()(const desk::WorkDone& work, const Planned& step) const {
    const TicketId id = tickets[step.story];
    const auto logged = desk::log_time(desk, session, id, {step.by.id}, work, step.at);
    if (!logged)
      throw std::logic_error(desk::ref_of(id) + " of the demo takes no time: " + logged.error().detail);
  }

  /// Timers look again when they fire, and may have to fire twice for two clocks.
  void fire_until(Instant until) {
    while (true) {
      const auto due = store::due_timers(session, until, 1);
      if (due.empty()) break;
      at = std::max(at, due[0].fire_at);
      desk::fire(desk, session, due[0].ticket, at);
    }
    at = std::max(at, until);
  }

  void keep_mails() const {
    for (auto mails = store::due_outbox(session, at, at_a_time); !mails.empty();
         mails = store::due_outbox(session, at, at_a_time))
      for (const auto& mail : mails) store::mark_kept(session, mail.id, mail.created_at);
  }
};

}  // namespace

std::vector<TicketId> tickets_of(std::span<const Planned> plan, std::size_t stories) {
  std::vector<TicketId> tickets(stories);
  std::int64_t last = last_before_demo;
  for (const Planned& step : plan)
    if (std::holds_alternative<desk::NewRequest>(step.what)) tickets[step.story] = {++last};
  return tickets;
}

void play(const desk::Desk& desk, store::Session& session, std::span<const Planned> commands,
          std::span<const TicketId> tickets, Instant end) {
  Playback playback{desk, session, tickets};
  for (const Planned& step : commands) {
    playback.fire_until(step.at);
    std::visit([&](const auto& what) { playback(what, step); }, step.what);
  }
  playback.fire_until(end);
  playback.keep_mails();
}

}  // namespace punctual::app::demo
