#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "desk/catalogue.h"
#include "store/blobs.h"
#include "store/crypto/digest.h"
#include "store/sql/session.h"

namespace punctual::desk {

struct DeskOptions {
  std::filesystem::path data;
  std::string base_url;   ///< without a slash at its end; all links are made of it (SECURITY 9)
  std::string mail_from;  ///< the sender's address of this process; empty: the desk's own
  std::optional<int> forms_per_network;  ///< of this process; none: the desk's own
  bool mail_kept_here = false;           ///< no SMTP server: mails stay readable for managers
};

/// What every command and query is given: configuration, the compiled catalogue and the folder's own key.
class Desk {
 public:
  /// The data folder exists; `key` is its 32-byte secret.
  Desk(DeskOptions options, std::string key, const ZoneSource& zones);

  const DeskOptions& options() const { return options_; }
  const ZoneSource& zones() const { return zones_; }
  const store::BlobFolder& blobs() const { return blobs_; }
  std::filesystem::path database() const { return options_.data / "desk.sqlite"; }

  /// The catalogue now in force. Holders keep theirs until they let it go.
  std::shared_ptr<const Catalogue> catalogue() const;
  /// Reads it anew after a change of what it holds is on disk.
  void reload(store::Session& session);
  /// The same where the hours, policies, people or configuration on disk are others than the catalogue's.
  void reload_if_changed(store::Session& session);
  bool has_catalogue() const;
  /// The sender's address of outgoing mail.
  std::string mail_from() const;
  /// Requests taken by form from one network in ten minutes.
  int forms_per_network() const;

  /// A read-only session of the calling thread, at most 1 s a statement.
  store::Session& reader() const;

  /// HMAC of the folder's key over a purpose and a message; different purposes never give the same.
  store::Sha256 sign(std::string_view purpose, std::string_view message) const;

 private:
  DeskOptions options_;
  std::string key_;
  const ZoneSource& zones_;
  store::BlobFolder blobs_;
  std::mutex reload_mutex_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Catalogue> catalogue_;
};

/// "P-1042"; what people call a ticket.
std::string ref_of(TicketId id);
/// "P-1042, P-1050 and 3 more".
std::string refs_of(const std::vector<TicketId>& tickets, std::size_t at_most);
std::optional<TicketId> ticket_of(std::string_view ref);

}  // namespace punctual::desk
