#pragma once

#include "domain/people/coverage.h"
#include "domain/people/role.h"

namespace punctual::people {

/// Somebody of the desk, as seen from the pod of one ticket's client.
struct Colleague {
  const Worker* worker = nullptr;  ///< lives longer than this
  Role role = Role::member;
  bool in_pod = false;
  bool leads_pod = false;

  PersonId id() const { return worker->id; }
  bool is_at_work(Instant t) const { return worker->at_work.is_open(t); }
};

}  // namespace punctual::people
