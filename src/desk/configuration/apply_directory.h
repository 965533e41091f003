#pragma once

#include <map>
#include <string>

#include "desk/configuration/audit.h"
#include "desk/configuration/plan.h"

namespace punctual::desk {

// The parts of apply_configuration that write pods, people and clients, step by step. What was taken out
// before comes back as the same row.

/// Pods by name, those that are to end included.
using PodIds = std::map<std::string, PodId>;

PodIds apply_pods(store::Session& session, const ConfigurationPlan& plan, const Audit& audit);
void apply_people(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods,
                  const Audit& audit);
/// Who leads the pods, once there are people.
void apply_leads(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods);
void apply_clients(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods,
                   const Audit& audit);
/// Once nobody hangs on them any more.
void end_pods(store::Session& session, const ConfigurationPlan& plan, const Audit& audit);

}  // namespace punctual::desk
