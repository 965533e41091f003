#include "app/seed/seed.h"

#include <stdexcept>

#include "app/demo/directory.h"
#include "app/seed/agency.h"
#include "app/written.h"
#include "desk/commands/change.h"
#include "store/tickets.h"

namespace punctual::app::seed {

namespace {

constexpr std::int64_t tickets_a_transaction = 250;
constexpr int timers_at_once = 100;

void give(const desk::Desk& desk, store::Session& session, const Course& course) {
  const auto submitted = desk::submit(desk, session, course.request, course.by, course.submitted_at);
  for (const Step& step : course.steps) {
    const auto changed = desk::change(desk, session, submitted.id, std::nullopt, step.what, step.by, step.at);
    if (!changed)
      throw std::logic_error(desk::ref_of(submitted.id) + " was refused: " + changed.error().refusal.detail);
  }
}

/// What warned and was missed before `now`, each at its instant.
void fire_until(const desk::Desk& desk, store::Session& session, Instant now) {
  for (auto due = store::due_timers(session, now, timers_at_once); !due.empty();
       due = store::due_timers(session, now, timers_at_once))
    for (const auto& timer : due) desk::fire(desk, session, timer.ticket, timer.fire_at);
}

}  // namespace

void make(desk::Desk& desk, store::Writer& writer, Amount amount, Instant now,
          const std::function<void(std::int64_t)>& told) {
  const auto passwords = demo::hashed_passwords(desk);
  write_or_throw(writer, [&](store::Session& session) {
    write_agency(session, passwords, clients_for(amount.tickets), now);
  });
  desk.reload(desk.reader());
  const auto catalogue = desk.catalogue();
  const Courses courses(*catalogue, amount, now);
  for (std::int64_t n = 0; n < amount.tickets; n += tickets_a_transaction) {
    const auto end = std::min(n + tickets_a_transaction, amount.tickets);
    write_or_throw(writer, [&](store::Session& session) {
      for (auto each = n; each < end; ++each) give(desk, session, courses.of(each));
      fire_until(desk, session, now);
    });
    told(end);
  }
}

}  // namespace punctual::app::seed
