#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time/instant.h"

namespace punctual {

/// A piece of the work that is estimated.
struct EstimateLine {
  std::string text;
  std::string kind;  ///< of work; empty: none of those named
  std::int64_t minutes = 0;
  bool operator==(const EstimateLine&) const = default;
};

/// The plan with its price, one version of it. A contact approves exactly this; before that nothing beyond
/// the allowance is charged.
struct EstimateOffer {
  std::vector<EstimateLine> lines;
  std::string plan;          ///< in words, for the client
  std::int64_t covered = 0;  ///< minutes that the allowance is expected to cover
  std::int64_t extra = 0;    ///< minutes beyond it, which approval allows
  std::int64_t price = 0;    ///< of the extra minutes, in minor units
  std::string currency;      ///< ISO 4217
  Instant expires_at{};      ///< from then on nobody decides on it any more
  std::string digest;        ///< SHA-256 of this version in hex: what a decision names
  bool operator==(const EstimateOffer&) const = default;
};

/// What a contact with the right to approve says of it.
enum class EstimateAnswer { approved, declined };

/// What became of an estimate. All but pending are for good; that one has expired is no outcome, `now` tells.
enum class EstimateOutcome { pending, approved, declined, superseded, withdrawn };

constexpr std::string_view to_text(EstimateOutcome outcome) {
  constexpr std::string_view names[] = {"pending", "approved", "declined", "superseded", "withdrawn"};
  return names[static_cast<std::size_t>(outcome)];
}

constexpr EstimateOutcome outcome_of(EstimateAnswer answer) {
  return answer == EstimateAnswer::approved ? EstimateOutcome::approved : EstimateOutcome::declined;
}

/// An estimate as its ticket remembers it. Plan and lines are in the journal alone, from which they can go.
struct Estimate {
  int number = 0;  ///< 1, 2, 3 … within the ticket
  std::string digest;
  std::int64_t covered = 0;
  std::int64_t extra = 0;
  std::int64_t price = 0;
  std::string currency;
  std::vector<std::string> kinds;  ///< of work, each once
  Instant expires_at{};
  Instant sent_at{};
  EstimateOutcome outcome = EstimateOutcome::pending;
  std::optional<Instant> decided_at;  ///< when it was approved or declined
  std::string decided_by;             ///< the name as typed then
  std::optional<Instant> withdrawn_at;
  bool operator==(const Estimate&) const = default;

  bool has_expired(Instant now) const { return expires_at <= now; }
  /// Whether a contact may decide on it, or the desk take it back.
  bool is_open(Instant now) const { return outcome == EstimateOutcome::pending && !has_expired(now); }
};

}  // namespace punctual
