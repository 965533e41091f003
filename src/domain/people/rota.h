#pragma once

#include <string>
#include <vector>

#include "domain/people/coverage.h"
#include "domain/people/gap_causes.h"

namespace punctual::people {

/// Who works when, for whom, and what those were promised: all that coverage is counted on.
struct Rota {
  struct Client {
    ClientId id;
    PodId pod;  ///< none yet: nobody's in particular
    Calendar
        promised;  ///< whenever any promise to them counts, agreed hours out of hours too (SEMANTICS 14c)
  };
  struct Pod {
    PodId id;
    int needed = 1;                 ///< at work in every hour promised to its clients
    std::vector<PersonId> members;  ///< those who no longer work here do not count
    PersonId lead;                  ///< none: 0

    bool serves(const Client& client) const { return !id || client.pod == id; }
  };
  std::vector<std::shared_ptr<const Worker>> workers;
  std::vector<Pod> pods;
  std::vector<Client> clients;
  Calendar desk_hours;

  const Worker* worker(PersonId id) const;
  const Pod* pod(PodId id) const;
  /// Everybody for everybody, one at work at least: the desk as a pod with no id.
  Pod whole_desk() const;
};

struct CoverageGap {
  Gap gap;
  std::vector<Cause> causes;
  std::vector<ClientId> endangered;  ///< those who were promised any of it
};

}  // namespace punctual::people
