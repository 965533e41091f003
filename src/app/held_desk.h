#pragma once

#include <functional>

#include "desk/backup/layout.h"
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
  /// The configuration is another now; a running desk reads it. May be empty.
  std::function<void()> catalogue_changed;
};

}  // namespace punctual::app
