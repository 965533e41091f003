#pragma once

namespace punctual::web {

/// What the server itself refuses, for the catalogue of problems to word.
enum class Fault {
  malformed,
  too_large,
  unsupported_media,
  not_found,
  method_not_allowed,
  busy,
  disk_full,
  broken
};

}  // namespace punctual::web
