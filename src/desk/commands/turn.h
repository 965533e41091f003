#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/commands/change.h"
#include "desk/desk.h"
#include "store/tickets.h"

namespace punctual::desk {

/// A ticket while things happen to it, in one transaction. Commands on one ticket have one, those on two have
/// two.
class Turn {
 public:
  static std::optional<Turn> begin(const Desk& desk, store::Session& session, TicketId id, Instant now);
  /// The same for somebody who has read `expected_version`; nothing where the command does not depend on it.
  static std::expected<Turn, NotChanged> begin(const Desk& desk, store::Session& session, TicketId id,
                                               std::optional<std::int64_t> expected_version, Instant now);

  /// One that begins now, with its row and files; the event is the first that happened. `event` has its
  /// contact, client and policy.
  static Turn open(const Desk& desk, store::Session& session, event::Submitted event,
                   const std::vector<store::KeptFile>& files, const Actor& by, Instant now);

  TicketId id() const { return id_; }
  const TicketState& ticket() const { return ticket_; }
  const std::vector<Recorded>& journal() const { return journal_; }
  const Catalogue& catalogue() const { return *catalogue_; }
  Instant now() const { return now_; }
  Standing standing() const { return standing_of(ticket_, catalogue_->promises(), now_); }

  std::expected<Decision, NotChanged> decide(const TicketCommand& asked) const;
  void happen(TicketEvent event, const Actor& by);
  void happen(const Decision& decision, const Actor& by);
  /// Clocks that run follow the newest calendar before anything else is judged (SEMANTICS 20a).
  void follow_calendar();

  /// Appends what happened and makes everything that follows from it agree; nothing where nothing happened.
  /// Returns the version.
  std::int64_t record();

 private:
  Turn(const Desk& desk, store::Session& session, TicketId id, const store::TicketHead& head,
       std::vector<Recorded> journal, Instant now);

  std::optional<std::string_view> last_done() const;
  void forget_words();
  void keep_aggregates();

  const Desk& desk_;
  store::Session& session_;
  TicketId id_;
  store::TicketHead head_;
  std::shared_ptr<const Catalogue> catalogue_;
  std::vector<Recorded> journal_;
  TicketState ticket_;
  TicketState before_;
  Instant now_;
  std::vector<Recorded> events_;
};

}  // namespace punctual::desk
