#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Tells who leaves with what falls due meanwhile, and gives away what nobody took over. It looks once a
/// minute, when somebody is to be told of or settled, and when people or hours have changed.
class HandOffs {
 public:
  /// Does what is due at `now`; when to look again.
  Instant look(const desk::Desk& desk, store::Writer& writer, Instant now,
               const std::function<void(std::string_view)>& log);

 private:
  std::shared_ptr<const desk::Catalogue> seen_;
  Instant looked_{};
  Instant next_{};
};

}  // namespace punctual::timers
