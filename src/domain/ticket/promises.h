#pragma once

#include <array>
#include <map>
#include <optional>

#include "domain/sla/policy.h"
#include "domain/ticket/ticket.h"

namespace punctual {

/// Whether the desk was open when the ticket was submitted.
enum class Submission { in_hours, out_of_hours };

struct TierTerms {
  sla::PolicyInForce usual;
  /// For what is submitted outside the desk's hours, where the agreement says so: another target on another
  /// calendar (SEMANTICS 14c).
  std::optional<sla::PolicyInForce> out_of_hours = {};
};

/// What one policy version promises, compiled.
struct PromiseTerms {
  std::array<TierTerms, 4> tiers;  ///< tier 1 first
  Calendar desk_hours;             ///< the public calendar: the goal and the average count on it
  Target goal;
  const sla::PolicyInForce& of(int tier, Submission submitted) const;
};

using PromiseVersions = std::map<PolicyId, PromiseTerms>;

/// What judges one ticket. Refers to both; every version the ticket names is there.
class TicketTerms {
 public:
  TicketTerms(const TicketState& ticket, const PromiseVersions& versions);

  /// Chosen once, by the version the ticket was submitted under: a later calendar changes nothing of it.
  Submission submitted() const { return submitted_; }
  /// The version in force, and of it what the judged tier promises.
  const PromiseTerms& version() const { return versions_.at(ticket_.policy); }
  const sla::PolicyInForce& in_force() const { return of(ticket_.policy, ticket_.judged_tier()); }
  const sla::PolicyInForce& of(PolicyId version, int tier) const {
    return versions_.at(version).of(tier, submitted_);
  }

 private:
  const TicketState& ticket_;
  const PromiseVersions& versions_;
  Submission submitted_;
};

}  // namespace punctual
