#pragma once

#include "domain/agreement/terms.h"

// Every rounding of minutes and money there is.
namespace punctual::agreement {

/// An entry counts at least the minimum, then up to the next whole increment: 7 of 30 and 15 are 30.
Minutes rounded_entry(Minutes worked, const EntryRounding& rounding);

/// What minutes outside business hours count for, half a minute up. Of running totals: what an entry counts
/// is the difference it makes, so that one entry and its two halves count for the same.
Minutes weighted(Minutes total, int percent);

/// The price of minutes at a rate of an hour, half a minor unit up. Of running totals, as `weighted`.
std::int64_t price(Minutes total, std::int64_t rate);

/// What is granted of an allowance for a part of its period, by days, half a minute up.
Minutes prorated(Minutes whole, std::chrono::days part, std::chrono::days period);

}  // namespace punctual::agreement
