#pragma once

#include <string>

#include "mail/outbound/message.h"

namespace punctual::mail {

/// What became of one attempt. `answer` is what the server said or what went wrong, without addresses.
struct Delivery {
  enum class Outcome {
    sent,
    deferred,  ///< nobody there, or "not now": again later
    refused,   ///< "never": trying again would only annoy
  };
  Outcome outcome{};
  std::string answer;
};

/// Hands one message over. Used by one thread; `interrupt` may be called from any.
struct Transport {
  virtual ~Transport() = default;
  virtual Delivery send(const Message& message) = 0;
  /// Nothing more to send for now: open connections are closed.
  virtual void rest() {}
  /// The desk is stopping: a send under way ends soon, as deferred.
  virtual void interrupt() {}
};

}  // namespace punctual::mail
