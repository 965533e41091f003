#pragma once

#include "domain/agreement/terms.h"

// Every rounding of minutes and money there is.
namespace punctual::agreement {

/// Of a stretch of time, half a minute up.
Minutes whole_minutes(std::chrono::seconds length);

/// An entry counts at least the minimum, then up to the next whole increment: 7 of 30 and 15 are 30.
Minutes rounded_entry(Minutes worked, const EntryRounding& rounding);

/// What minutes outside business hours count for, half a minute up. Of running totals: what an entry counts
/// is the difference it makes, so that one entry and its two halves count for the same.
Minutes weighted(Minutes total, int percent);

/// The price of minutes at a rate of an hour, half a minor unit up. Of running totals, as `weighted`.
std::int64_t price(Minutes total, std::int64_t rate);

/// The most minutes whose price is no more than an amount that is not below zero, at a rate above zero.
Minutes minutes_for(std::int64_t amount, std::int64_t rate);

/// What is granted of an allowance, or due of a fee, for a part of its period: by days, half a minute or half
/// a minor unit up.
std::int64_t prorated(std::int64_t whole, std::chrono::days part, std::chrono::days period);

/// How much of it, in whole percent that are reached.
int percent_of(Minutes part, Minutes whole);

}  // namespace punctual::agreement
