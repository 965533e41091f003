#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "desk/commands/change.h"
#include "desk/commands/submit.h"
#include "desk/desk.h"
#include "domain/time/rfc3339.h"
#include "store/migrations/migrations.h"
#include "store/writer.h"
#include "store/zones/system_zones.h"

namespace punctual::world {

inline Instant at(const char* text) {
  return parse_rfc3339(text).value();
}

/// A folder that goes away.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "punctual-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The cast: Brightwater's desk, New York, 8 to 5. Cora coordinates, Milo and Mira do the work, Max manages;
/// the client Harbour Bakery with its contact Nora is North pod's.
struct World {
  TemporaryFolder folder;
  SystemZones zones;
  std::unique_ptr<store::Writer> writer;
  std::unique_ptr<desk::Desk> desk;
  PersonId cora, milo, mira, max;
  PodId north, south;
  ClientId bakery;

  World();
  /// Gives each a password; without one they are invited.
  void everybody_signs_in();

  store::Session& reader() const { return desk->reader(); }
  desk::NewRequest request(std::string description = "Nobody can pay since this morning.") const;
  desk::SubmittedTicket submit(const char* when, desk::NewRequest request);
  desk::SubmittedTicket submit(const char* when) { return submit(when, request()); }
  std::expected<desk::Changed, desk::NotChanged> change(TicketId id, TicketCommand asked, const Actor& by,
                                                        const char* when);
  Expectation expectation(const char* next_update_by) const;
  TicketState ticket(TicketId id) const;
};

}  // namespace punctual::world
