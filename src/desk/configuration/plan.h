#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/configuration/differences.h"
#include "desk/configuration/policy_plan.h"
#include "desk/versions.h"

namespace punctual::desk {

/// What becomes of one pod, person or client. What stays as it is has no step.
template <class Entry, class Row>
struct Step {
  const Entry* entry = nullptr;  ///< as it is to be; none: it is left out
  const Entry* was = nullptr;    ///< as it is; none: it is new, or was taken out once and comes back
  Row row;                       ///< what it continues; without an id: nothing
  /// Taken out once, of the name or address this one takes: under another name, for history alone.
  std::optional<Row> freed;
};
using PodStep = Step<PodEntry, store::PodRow>;
using PersonStep = Step<PersonEntry, store::PersonRow>;
struct ClientStep : Step<ClientEntry, store::ClientRow> {
  std::vector<store::ContactRow> contacts;  ///< those that differ; of a new client without its id
};

/// Why a configuration cannot be applied to the desk as it stands.
struct Obstacle {
  std::string place;  ///< "people: ann@quillmoor.example"
  std::string problem;
  std::string remedy;
};

/// A configuration, thought through: how the desk becomes `after`, before anything is written. It holds for
/// the state of its versions alone. Steps name entries of `before` and `after`, so it is never copied.
struct ConfigurationPlan {
  ConfigurationPlan() = default;
  ConfigurationPlan(ConfigurationPlan&&) = default;
  ConfigurationPlan& operator=(ConfigurationPlan&&) = default;

  DeskVersions versions;
  std::optional<Configuration> before;  ///< none: there is no desk yet
  Configuration after;
  std::vector<Difference> differences;  ///< empty: nothing is to be done
  std::vector<Obstacle> obstacles;      ///< in the configuration itself; see `obstacles` in apply.h
  PolicyPlan policies;
  std::vector<PodStep> pods;  ///< these and the following: what is left out first
  std::vector<PersonStep> people;
  std::vector<ClientStep> clients;
  std::map<std::string, PodId> pod_ids;  ///< of the pods there are
};

/// `session` reads one state: a snapshot or a transaction. `after` has been checked and is in order; no two
/// of its entries continue the same.
ConfigurationPlan plan_configuration(store::Session& session, Configuration after, Instant now);

}  // namespace punctual::desk
