#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Rejudges what a new calendar moved, fires what is due, as commands, tells and settles hand-offs, and
/// sleeps until the next due. Verdicts never depend on when it runs: it only announces. Once an hour it also
/// removes what has expired.
class TimerLoop {
 public:
  struct Parts {
    desk::Desk& desk;
    store::Writer& writer;
    std::function<Instant()> now;
    std::function<void(std::string_view)> log;
  };
  explicit TimerLoop(Parts parts);
  ~TimerLoop();
  void start();
  /// Something was committed that may be due earlier. Any thread; coalesced.
  void wake();
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Fires everything due at `now`, a savepoint a ticket; how many were looked at. One that cannot be fired is
/// logged and put off for an hour. What the loop runs, and what makes the demo's history.
int fire_due(const desk::Desk& desk, store::Writer& writer, Instant now,
             const std::function<void(std::string_view)>& log = {});

}  // namespace punctual::timers
