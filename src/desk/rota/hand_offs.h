#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/rota/suggestions.h"
#include "domain/people/going.h"
#include "store/hand_offs.h"

namespace punctual::desk {

/// A ticket that falls due while who has it is away.
struct LeftTicket {
  store::TicketRow ticket;
  people::DueWhileAway due;
  people::Suggestions suggestions;  ///< who could take it over
  std::optional<PersonId> suggested;
  std::string why;  ///< in sentences: why they, or why nobody and to whom it escalates
};

/// Somebody who goes, with what they leave.
struct HandOff {
  PersonId person;
  people::Going going;
  std::optional<store::HandOffRow> told;  ///< without its list
  std::vector<LeftTicket> tickets;        ///< the first due first
  std::size_t more = 0;                   ///< that are not listed
};

/// Reads who leaves and what they leave, as of one moment. Catalogue and session outlive it.
class HandOffReader {
 public:
  HandOffReader(const Catalogue& catalogue, store::Session& session, Instant now);

  /// Nothing for who works here no more.
  std::optional<people::Going> going(PersonId person);
  /// What of theirs falls due while they are away; where they were called away what is late already, too.
  /// Of what somebody gave them when they were away already, only where that is asked for: it is listed, but
  /// taken from them by nobody else.
  enum class Given { before_they_left, whenever };
  std::vector<people::DueWhileAway> due(PersonId person, const people::Going& going, Given given);
  /// Of these the first so many, with who could take each over.
  std::vector<LeftTicket> left(PersonId person, const people::Going& going,
                               std::span<const people::DueWhileAway> due);

 private:
  std::vector<people::KnownAbsence> absences(PersonId person);
  people::HeldTicket held(const store::HeldTicketRow& row, const people::Leave& away);

  const Catalogue& catalogue_;
  store::Session& session_;
  Instant now_;
  std::optional<std::map<PersonId, std::vector<people::KnownAbsence>>> absences_;  ///< read when asked for
  std::optional<Candidates> candidates_;
};

/// Of these people everybody who is away, or leaves at the end of the work they are in, with tickets that
/// fall due meanwhile; who leaves first first. At most `most_left` of each are listed.
std::vector<HandOff> open_hand_offs(const Catalogue& catalogue, store::Session& session, Instant now,
                                    const std::function<bool(PersonId)>& of);
inline constexpr std::size_t most_left = 100;
/// How many tickets those are, listed or not: without a look at who could take them.
std::size_t count_left(const Catalogue& catalogue, store::Session& session, Instant now,
                       const std::function<bool(PersonId)>& of);

/// Those to be told of at `now` that were not, without their tickets where nothing falls due, and when the
/// next list is to be told.
struct UntoldHandOffs {
  std::vector<HandOff> hand_offs;
  std::optional<Instant> next;
};
UntoldHandOffs untold_hand_offs(const Catalogue& catalogue, store::Session& session, Instant now);

/// "Milo Adeyemi is away until Monday 30 November, 08:00.", or from when on where that is to come; times in
/// the desk's zone.
std::string away_words(const Catalogue& catalogue, PersonId person, const people::Leave& leave, Instant now);

}  // namespace punctual::desk
