#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "domain/ticket/promises.h"
#include "store/policies.h"

namespace punctual::desk {

/// Which version follows which, over rows by name and version (SEMANTICS 20a).
class PolicyVersions {
 public:
  explicit PolicyVersions(std::vector<store::PolicyRow> rows);

  const std::vector<store::PolicyRow>& rows() const { return rows_; }
  /// An unknown id is our mistake.
  const store::PolicyRow& row(PolicyId id) const;
  /// The version of that name in force at `at` on the present calendar; the first where none had begun yet.
  /// Throws std::runtime_error where there is none of that name.
  PolicyId in_force(std::string_view name, Instant at) const;
  /// The version that running clocks follow now: the one that superseded it last, or itself.
  PolicyId followed(PolicyId id) const;
  bool superseded(PolicyId id) const { return superseded_by_.contains(id); }

 private:
  std::vector<store::PolicyRow> rows_;
  std::map<PolicyId, PolicyId> superseded_by_;
};

/// A row's promises made countable.
PromiseTerms terms_of(const store::PolicyRow& policy, const std::function<Calendar(CalendarId)>& calendar_of);

}  // namespace punctual::desk
