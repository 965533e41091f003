#include "app/demo/seed.h"

#include <algorithm>
#include <boost/describe.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/demo/demo_desk.h"
#include "app/demo/directory.h"
#include "app/demo/plan.h"
#include "app/demo/playback.h"
#include "app/written.h"
#include "desk/profile.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/policies.h"

namespace punctual::app::demo {

namespace {

constexpr std::string_view setting = "demo";
/// Of simulated time in one transaction.
constexpr Seconds half_a_day = std::chrono::hours{12};

/// How far the history is, kept in the transaction that brought it there.
struct Progress {
  Instant base{};          ///< the `now` the desk was made for
  std::int64_t done = 0;   ///< commands given
  std::int64_t total = 0;  ///< commands there are
  bool finished = false;   ///< the last timers have fired, too
};
BOOST_DESCRIBE_STRUCT(Progress, (), (base, done, total, finished))

std::optional<Progress> read_progress(store::Session& session) {
  const auto row = store::read_setting(session, setting);
  if (!row) return std::nullopt;
  const auto progress = json::from_json<Progress>(row->body);
  if (!progress)
    throw std::runtime_error("the demo desk's progress is damaged; start in an empty data folder");
  return *progress;
}

void write_progress(store::Session& session, const Progress& progress, Instant at) {
  store::write_setting(session, setting, json::to_json(progress), at);
}

}  // namespace

struct Seeding::State {
  desk::Desk& desk;
  store::Writer& writer;
  Instant now;
  std::optional<Progress> progress;
  std::vector<Planned> plan;
  std::vector<TicketId> tickets;

  void load_plan() {
    const auto stories = all_stories();
    desk.reload(desk.reader());
    plan = plan_history(stories, *desk.catalogue(), progress->base);
    tickets = tickets_of(plan, stories.size());
    if (progress->done == 0) progress->total = std::ssize(plan);
    if (progress->total != std::ssize(plan))
      throw std::runtime_error("the demo desk was begun by another version; start in an empty data folder");
  }

  void found_desk() {
    const auto passwords = hashed_passwords(desk);
    progress = Progress{.base = now};
    write_or_throw(writer, [&](store::Session& session) {
      write_directory(session, passwords, now);
      write_progress(session, *progress, now);
    });
    load_plan();
  }

  void play_next() {
    const auto first = plan.begin() + progress->done;
    const Instant until =
        first == plan.end() ? progress->base : std::min(progress->base, first->at + half_a_day);
    const auto last = std::find_if(first, plan.end(), [&](const Planned& step) { return step.at > until; });
    Progress after = *progress;
    after.done = last - plan.begin();
    after.finished = last == plan.end();
    const Instant end = after.finished ? progress->base : std::prev(last)->at;
    write_or_throw(writer, [&](store::Session& session) {
      play(desk, session, {first, last}, tickets, end);
      write_progress(session, after, end);
    });
    progress = after;
  }
};

Seeding::Seeding(desk::Desk& desk, store::Writer& writer, Instant now)
    : state_(std::make_unique<State>(State{desk, writer, now, read_progress(desk.reader()), {}, {}})) {
  if (state_->progress && !state_->progress->finished) state_->load_plan();
}

Seeding::~Seeding() = default;

bool Seeding::advance() {
  if (!state_->progress) {
    if (desk::has_profile(state_->desk.reader())) return false;  // a desk of its own
    state_->found_desk();
    return true;
  }
  if (state_->progress->finished) return false;
  state_->play_next();
  return true;
}

bool needs_seed(store::Session& session) {
  const auto progress = read_progress(session);
  return progress ? !progress->finished : !desk::has_profile(session);
}

void seed_demo(desk::Desk& desk, store::Writer& writer, Instant now,
               const std::function<void(std::string_view)>& log) {
  Seeding seeding(desk, writer, now);
  int transactions = 0;
  while (seeding.advance()) ++transactions;
  if (transactions) log("the demo desk is made, in " + std::to_string(transactions) + " transactions");
}

}  // namespace punctual::app::demo
