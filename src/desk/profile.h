#pragma once

#include <array>
#include <string>
#include <vector>

#include "domain/calendar/target.h"
#include "domain/people/escalation.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// What the agency says of itself, names, goal and the words of its public page, and how its desk is set.
struct Profile {
  std::string name;
  std::string title;     ///< of the public page; empty: the desk's own
  std::string greeting;  ///< under the title
  std::string colour;    ///< #rrggbb
  Target goal;
  struct Tier {
    std::string title;
    std::string meaning;
    bool operator==(const Tier&) const = default;
  };
  std::array<Tier, 4> tiers;
  struct Step {
    std::string title;
    std::string text;
    bool operator==(const Step&) const = default;
  };
  std::vector<Step> steps;  ///< what happens after a request is sent
  struct Question {
    std::string question;
    std::string answer;  ///< Markdown
    bool operator==(const Question&) const = default;
  };
  std::vector<Question> questions;
  std::string availability;                            ///< the 4-day weeks and pods, in words; Markdown
  std::string out_of_hours;                            ///< what holds outside the hours, in words; Markdown
  std::string unknown_policy = "standard";             ///< for who is no client's contact
  std::string mail_from = "support@punctual.example";  ///< the sender's address
  int forms_per_network = 60;                          ///< requests taken from one network in ten minutes
  people::EscalationTable escalation = people::default_escalation();  ///< who is told as promises run out
  bool operator==(const Profile&) const = default;
};

/// Throws std::runtime_error when the desk has none yet or the row is damaged.
Profile read_profile(store::Session& session);
bool has_profile(store::Session& session);
void write_profile(store::Session& session, const Profile& profile, Instant now);

}  // namespace punctual::desk
