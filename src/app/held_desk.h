#pragma once

#include <functional>

#include "desk/backup/layout.h"
#include "desk/desk.h"
#include "domain/time/instant.h"
#include "store/blobs.h"
#include "store/writer.h"

namespace punctual::app {

/// A desk as whoever holds its folder lends it to verbs: the running process, or a verb where none runs.
struct HeldDesk {
  desk::Layout layout;
  const store::BlobFolder& blobs;
  /// Carries out work in a transaction of its own or the writer's. May throw.
  std::function<store::Written(store::Work)> write;
  std::function<Instant()> now;
  desk::Desk& desk;                         ///< its catalogue may not be read yet
  std::function<void()> catalogue_changed;  ///< what the catalogue holds is another now
};

}  // namespace punctual::app
