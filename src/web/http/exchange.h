#pragma once

#include <exception>
#include <memory>
#include <optional>

#include "store/writer.h"
#include "web/http/reply.h"
#include "web/http/request.h"
#include "web/http/upload_file.h"

namespace punctual::web {

class Connection;
class Inbox;

/// A request and what other threads found out about its answer. Shared with them, so that it outlives its
/// connection where the server stopped without waiting for the writer any longer. One a connection, used
/// again and again.
struct Exchange {
  Exchange() = default;
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;
  ~Exchange() { drop_uploads(); }

  void drop_uploads() {
    if (request.form) remove_uploads(*request.form);
    request.form.reset();
  }

  Request request;
  Connection* connection = nullptr;  ///< of its I/O thread alone
  std::shared_ptr<Inbox> inbox;      ///< the way back to that thread

  // Set by the writer or the pool before the exchange goes into the inbox.
  std::optional<store::Written> written;
  std::optional<Answer> answer;
  std::exception_ptr error;
};

}  // namespace punctual::web
