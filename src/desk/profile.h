#pragma once

#include <array>
#include <string>
#include <vector>

#include "domain/calendar/target.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// What the agency says of itself: names, goal, and the words of its public page.
struct Profile {
  std::string name;
  std::string greeting;  ///< under the page's title
  std::string colour;    ///< #rrggbb
  Target goal;
  struct Tier {
    std::string title;
    std::string meaning;
  };
  std::array<Tier, 4> tiers;
  struct Step {
    std::string title;
    std::string text;
  };
  std::vector<Step> steps;  ///< what happens after a request is sent
  struct Question {
    std::string question;
    std::string answer;
  };
  std::vector<Question> questions;
  std::string availability;                 ///< the 4-day weeks and pods, in words
  std::string out_of_hours;                 ///< what holds outside the hours, in words
  std::string unknown_policy = "standard";  ///< for who is no client's contact
};

/// Throws std::runtime_error when the desk has none yet or the row is damaged.
Profile read_profile(store::Session& session);
bool has_profile(store::Session& session);
void write_profile(store::Session& session, const Profile& profile, Instant now);

}  // namespace punctual::desk
