#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/demo/seed.h"
#include "domain/time/rfc3339.h"
#include "store/migrations/migrations.h"
#include "store/ticket_queue.h"
#include "store/zones/system_zones.h"

namespace punctual::app::demo {

/// A data folder of its own with an empty desk, gone with the test.
class EmptyFolder {
 public:
  EmptyFolder()
      : path_(make()), desk_(options(path_), std::string(32, 'k'), zones_), writer_(migrated(desk_), {}) {}
  ~EmptyFolder() { std::filesystem::remove_all(path_); }
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;

  desk::Desk& desk() { return desk_; }
  store::Writer& writer() { return writer_; }
  store::Session& reader() { return desk_.reader(); }
  std::vector<store::TicketRow> tickets() {
    return store::read_queue(reader(), {.state = store::QueueFilter::State::all}, std::nullopt, 1000).rows;
  }

 private:
  static std::filesystem::path make() {
    std::string name = (std::filesystem::temp_directory_path() / "punctual-demo-XXXXXX").string();
    return ::mkdtemp(name.data());
  }
  static desk::DeskOptions options(const std::filesystem::path& path) {
    return {.data = path,
            .base_url = "http://localhost:8080",
            .mail_from = "support@quillmoor.example",
            .mail_kept_here = true};
  }
  static std::string migrated(const desk::Desk& desk) {
    store::Session session(desk.database().string(), store::Session::Mode::read_write);
    store::migrate(session);
    return desk.database().string();
  }

  std::filesystem::path path_;
  SystemZones zones_;
  desk::Desk desk_;
  store::Writer writer_;
};

inline void quiet(std::string_view) {}

inline Instant instant(std::string_view text) {
  return parse_rfc3339(text).value();
}

}  // namespace punctual::app::demo
