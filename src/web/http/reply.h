#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "store/writer.h"

namespace punctual::web {

/// A complete answer. Exactly one of `body`, `text` (lives as long as the process) and `file` is sent.
struct Reply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::string_view text{};  ///< static bytes, e.g. an embedded asset; used when body is empty
  std::optional<std::filesystem::path> file{};  ///< streamed from disk
  std::vector<std::pair<std::string, std::string>> headers{};
};

struct Answer;

/// Work for the writer thread; `render` runs on an I/O thread once its transaction is on disk (or was
/// refused). The server itself answers 503 (queue full), 507 (disk full) and 500 (broken) and calls render
/// for the rest.
struct Write {
  store::Work work;
  std::function<Reply(store::Written)> render;
};

/// Work that takes long: runs on a bounded pool, 503 when that is full.
struct Slow {
  std::function<Answer()> work;
  /// What may take seconds has a thread of its own, so that nobody who signs in waits behind it.
  enum class Lane { usual, seconds } lane = Lane::usual;
};

/// Server-sent events. `read` is called on an I/O thread at the start and after every commit; it returns what
/// to send (already in event-stream form; empty: nothing now) and moves the cursor, or nothing to end the
/// stream.
struct EventStream {
  std::string cursor;
  std::function<std::optional<std::string>(std::string& cursor)> read;
};

struct Answer : std::variant<Reply, Write, Slow, EventStream> {
  using variant::variant;
};

}  // namespace punctual::web
