#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/budget.h"
#include "web/http/fault.h"

namespace punctual::web {

/// Where the bytes of a body go while they arrive.
class BodySink {
 public:
  virtual ~BodySink() = default;
  /// A fault ends the request. Throws std::system_error when the disk breaks.
  virtual std::optional<Fault> take(std::string_view bytes) = 0;
  /// The body is complete.
  virtual std::optional<Fault> end() = 0;
};

/// Keeps the body in memory, up to a limit and to what all connections may hold.
class TextSink final : public BodySink {
 public:
  TextSink(std::string& into, Budget& budget) : into_(into), share_(budget) {}
  void limit(std::size_t bytes) { limit_ = bytes; }
  /// The body is no longer needed.
  void drop() {
    constexpr std::size_t kept = 16 * 1024;
    into_.clear();
    if (into_.capacity() > kept) std::string().swap(into_);
    share_.give_back();
  }
  std::optional<Fault> take(std::string_view bytes) override {
    if (bytes.size() > limit_ - into_.size()) return Fault::too_large;
    if (!share_.take(bytes.size())) return Fault::busy;
    into_.append(bytes);
    return std::nullopt;
  }
  std::optional<Fault> end() override { return std::nullopt; }

 private:
  std::string& into_;
  Budget::Share share_;
  std::size_t limit_ = 0;
};

}  // namespace punctual::web
