#include "domain/sla/next_update.h"

#include <cassert>

namespace punctual::sla {
namespace {

using State = NextUpdate::State;
using Type = UpdateEvent::Type;

class Promises {
 public:
  /// A promise whose instant has gone by is missed, whatever happens later.
  void pass(Instant now) {
    if (open_ && now > made_.back().by) made_.back().state = State::missed;
  }

  void settle(State as, Instant at) {
    if (!open_) return;
    auto& last = made_.back();
    if (last.state == State::running) last.state = as;
    last.settled = at;
    open_ = false;
  }

  void make(Instant at, Instant by) {
    settle(State::replaced, at);
    made_.push_back({.promised_at = at, .by = by});
    open_ = true;
  }

  std::vector<NextUpdate> read() && { return std::move(made_); }

 private:
  std::vector<NextUpdate> made_;
  bool open_ = false;  // the last one still awaits an update, be it missed already
};

}  // namespace

std::vector<NextUpdate> judge_next_updates(std::span<const UpdateEvent> events, Instant now) {
  Promises promises;
  for (const auto& event : events) {
    if (event.at > now) break;
    promises.pass(event.at);
    switch (event.type) {
      case Type::expectation:
        assert(event.next_update_by);
        promises.make(event.at, *event.next_update_by);
        break;
      case Type::human_reply:
        promises.settle(State::kept, event.at);
        if (event.next_update_by) promises.make(event.at, *event.next_update_by);
        break;
      case Type::resolved:
        promises.settle(State::kept, event.at);
        break;
      case Type::waiting_on_client:
      case Type::reopened:
        promises.settle(State::cancelled, event.at);
        break;
    }
  }
  promises.pass(now);
  return std::move(promises).read();
}

}  // namespace punctual::sla
