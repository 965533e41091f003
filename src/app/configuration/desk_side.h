#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/admin_verbs.h"
#include "desk/configuration/configuration.h"
#include "domain/ticket/event.h"

namespace punctual::app {

/// What a file would do to the desk; between a desk and the verb that asked, and for programs.
struct ChangeJson {
  std::string change;  ///< added, changed, removed
  std::string section;
  std::string subject;
  std::vector<std::string> details;
};
BOOST_DESCRIBE_STRUCT(ChangeJson, (), (change, section, subject, details))

struct FollowJson {
  std::int64_t running = 0;
  std::int64_t moved = 0;
  std::int64_t becoming_late = 0;
  std::int64_t no_longer_late = 0;
  std::vector<std::string> late;  ///< the first of those that become late
};
BOOST_DESCRIBE_STRUCT(FollowJson, (), (running, moved, becoming_late, no_longer_late, late))

struct LookJson {
  std::string state;  ///< of the desk that was looked at, with what opens; "none" where there is none yet
  std::vector<ChangeJson> changes;
  std::vector<std::string> obstacles;   ///< a line each
  std::vector<std::string> to_confirm;  ///< what is legal and rarely meant, a line each
  std::optional<FollowJson> requests;   ///< where running ones follow other hours
  std::vector<std::string> opens;       ///< gaps where people work, a line each
  std::int64_t opens_more = 0;          ///< that have no line
};
BOOST_DESCRIBE_STRUCT(LookJson, (), (state, changes, obstacles, to_confirm, requests, opens, opens_more))

/// What a configuration would change, where it can be told; nothing is changed. `state` in it is what `apply`
/// is to be given.
std::optional<LookJson> look(const HeldDesk& held, desk::Configuration after);
/// Applies it where the desk is still as `seen` says; why not, in a line, otherwise.
std::optional<std::string> apply(const HeldDesk& held, desk::Configuration after, std::string_view seen,
                                 const Actor& by);

/// What ask.text would change: a LookJson. Nothing is changed.
Told look(const HeldDesk& held, const Ask& ask);
/// Applies ask.text, where the desk is still as ask.note says: a LookJson as `look` gave it.
Told apply(const HeldDesk& held, const Ask& ask);
/// The desk as text.
Told write_out(const HeldDesk& held);

}  // namespace punctual::app
