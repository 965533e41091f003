#include "mail/outbound/drain.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "mail/outbound/backoff.h"
#include "mail/outbound/message.h"
#include "mail/outbound/render.h"

namespace punctual::mail {
namespace {

constexpr int batch = 100;
// The clock may be set meanwhile; and after trouble with the database nothing is tried at once.
constexpr std::chrono::seconds longest_sleep{60};
constexpr std::chrono::seconds after_trouble{5};

using Mark = std::function<void(store::Session&)>;

}  // namespace

struct Drain::State {
  Parts parts;
  store::Session session;
  std::mutex mutex;
  std::condition_variable changed;
  bool woken = false;
  bool stopping = false;
  std::thread thread;

  explicit State(Parts given)
      : parts(std::move(given)), session(parts.database, store::Session::Mode::read_only) {}

  bool is_stopping() {
    const std::lock_guard lock(mutex);
    return stopping;
  }
  void say(const std::string& line) const {
    if (parts.log) parts.log(line);
  }

  void loop();
  std::optional<Instant> run_due();
  std::expected<Message, std::string> written(const store::OutboxRow& row);
  Mark handle(const store::OutboxRow& row);
  Mark deliver(const store::OutboxRow& row, const Message& message);
  Mark defer(const store::OutboxRow& row, const std::string& why);
  Mark fail(const store::OutboxRow& row, const std::string& why);
  void write(const Mark& mark);
};

Mark Drain::State::fail(const store::OutboxRow& row, const std::string& why) {
  say(fmt::format("{} ({}) failed: {}", row.id, to_text(row.kind), why));
  return [id = row.id, now = parts.now(), why](store::Session& to) { store::mark_failed(to, id, now, why); };
}

Mark Drain::State::defer(const store::OutboxRow& row, const std::string& why) {
  const auto next = next_attempt(row.attempts + 1, row.created_at, parts.now());
  if (!next) return fail(row, why);
  say(fmt::format("{} ({}) deferred after attempt {}: {}", row.id, to_text(row.kind), row.attempts + 1, why));
  return [id = row.id, at = *next, why](store::Session& to) { store::mark_deferred(to, id, at, why); };
}

/// Dated when it was written, so that a mail sent twice is the same mail.
std::expected<Message, std::string> Drain::State::written(const store::OutboxRow& row) {
  const std::unexpected<std::string> gone("what it was about is gone");
  const store::Snapshot snapshot(session);
  switch (store::family_of(row.kind)) {
    case store::MailFamily::account: {
      const auto mail = parts.of_account(session, row);
      if (row.link && !mail.link) return std::unexpected("its link was used, replaced or came too late");
      return build_message(render_mail(mail.facts, mail.link, row.created_at), mail.facts, row.created_at);
    }
    case store::MailFamily::rota: {
      const auto facts = parts.of_rota(session, row);
      return facts ? build_message(render_mail(*facts), *facts, row.created_at) : gone;
    }
    case store::MailFamily::agreement: {
      const auto facts = parts.of_agreement(session, row);
      return facts ? build_message(render_mail(*facts), *facts, row.created_at) : gone;
    }
    case store::MailFamily::ticket:
      break;
  }
  const auto facts = parts.of_ticket(session, row);
  return facts ? build_message(render_mail(*facts, row.created_at), *facts, row.created_at) : gone;
}

Mark Drain::State::deliver(const store::OutboxRow& row, const Message& message) {
  const auto delivery = parts.transport.send(message);
  switch (delivery.outcome) {
    case Delivery::Outcome::sent:
      return [id = row.id, at = parts.now()](store::Session& to) { store::mark_sent(to, id, at); };
    case Delivery::Outcome::refused:
      return fail(row, delivery.answer);
    case Delivery::Outcome::deferred:
      return defer(row, delivery.answer);
  }
  return {};
}

Mark Drain::State::handle(const store::OutboxRow& row) {
  try {
    const auto message = written(row);
    return message ? deliver(row, *message) : fail(row, message.error());
  } catch (const std::exception& broken) {
    // Our mistake or a broken machine: the mail waits, and the others have their turn.
    say(fmt::format("{}: {}", row.id, broken.what()));
    return defer(row, "it could not be written");
  }
}

void Drain::State::write(const Mark& mark) {
  const auto written = parts.writer.write([&mark](store::Session& to) {
    mark(to);
    return store::Keep::commit;
  });
  if (written != store::Written::committed) throw std::runtime_error("the outbox cannot be marked");
}

std::optional<Instant> Drain::State::run_due() {
  for (std::int64_t first_before = 0;;) {
    const auto rows = store::due_outbox(session, parts.now(), batch);
    // A mail that was handled and is still due could not be marked: sending it over and over helps nobody.
    if (!rows.empty() && rows.front().id == first_before)
      throw std::runtime_error("the outbox cannot be marked");
    first_before = rows.empty() ? 0 : rows.front().id;
    for (const auto& row : rows) {
      if (is_stopping()) break;
      // What was sent is marked at once, so that a crash sends one mail again and not a hundred.
      write(handle(row));
    }
    if (rows.empty() || is_stopping()) break;
  }
  parts.transport.rest();
  return store::next_outbox_at(session);
}

void Drain::State::loop() {
  while (!is_stopping()) {
    std::chrono::seconds sleep = longest_sleep;
    bool trouble = false;
    try {
      if (const auto next = run_due()) {
        sleep = std::clamp<std::chrono::seconds>(*next - parts.now(), std::chrono::seconds{0}, longest_sleep);
      }
    } catch (const std::exception& broken) {
      say(broken.what());
      sleep = after_trouble;
      trouble = true;
    }
    std::unique_lock lock(mutex);
    changed.wait_for(lock, sleep, [&] { return stopping || (woken && !trouble); });
    woken = false;
  }
}

Drain::Drain(Parts parts) : state_(std::make_unique<State>(std::move(parts))) {}

Drain::~Drain() {
  stop();
}

void Drain::start() {
  state_->thread = std::thread([state = state_.get()] { state->loop(); });
}

void Drain::wake() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->woken = true;
  }
  state_->changed.notify_one();
}

void Drain::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->parts.transport.interrupt();
  state_->changed.notify_one();
  if (state_->thread.joinable()) state_->thread.join();
}

std::optional<Instant> Drain::run_due() {
  return state_->run_due();
}

}  // namespace punctual::mail
