#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app::demo {

/// True for a folder without a desk, and for one whose demo desk was cut off while it was made. A folder with
/// a desk of its own, or with a finished demo desk, is never touched.
bool needs_seed(store::Session& session);

/// Makes the demo desk: agency, people, clients and three weeks of history through the commands, ending at
/// `now` (or at the `now` of the start that was cut off). Loads the desk's catalogue. Throws where it cannot
/// be written.
void seed_demo(desk::Desk& desk, store::Writer& writer, Instant now,
               const std::function<void(std::string_view)>& log);

/// The same, a transaction at a time. Each is whole: rows, the mails they caused, kept, and how far it is.
class Seeding {
 public:
  Seeding(desk::Desk& desk, store::Writer& writer, Instant now);
  ~Seeding();
  /// Writes the next transaction; false where nothing was left to do.
  bool advance();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::app::demo
