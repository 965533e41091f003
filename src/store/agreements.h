#pragma once

#include <map>
#include <vector>

#include "domain/agreement/version.h"
#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// The versions in force of everybody's agreement, each client's by date. Throws std::runtime_error where a
/// row is damaged.
std::map<ClientId, std::vector<agreement::Version>> read_agreements(Session& session);
std::vector<agreement::Version> read_agreement(Session& session, ClientId client);

/// From now on the client has these versions; what differs stays as history. `versions` are by date.
void write_agreement(Session& session, ClientId client, const std::vector<agreement::Version>& versions,
                     Instant now);

}  // namespace punctual::store
