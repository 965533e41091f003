#include "domain/agreement/allocation.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "domain/agreement/periods.h"
#include "domain/agreement/rounding.h"

namespace punctual::agreement {
namespace {

using Outcome = Line::Outcome;

/// The part of an entry within business hours, or outside them.
struct Piece {
  const Entry* entry;
  const Terms* terms;  // none: no agreement held
  bool outside;
  Minutes minutes;  // rounded
};

/// By what is worked alone: those that are alike in all of it may change places, so that parts of an entry
/// are taken as the whole would be.
auto key(const Piece& piece) {
  const Entry& entry = *piece.entry;
  return std::tuple(entry.imagined, entry.on, entry.ticket, std::string_view(entry.kind), entry.tier,
                    entry.courtesy, piece.outside, piece.minutes, entry.id);
}

bool comes_before(const Piece& a, const Piece& b) {
  const Date left = a.entry->counts();
  const Date right = b.entry->counts();
  return left == right ? key(a) < key(b) : left < right;
}

std::vector<Piece> pieces_of(const Agreement& agreement, std::span<const Entry> entries, Date before) {
  std::vector<Piece> pieces;
  pieces.reserve(2 * entries.size());
  for (const Entry& entry : entries) {
    if (entry.counts() >= before) continue;
    const Terms* terms = agreement.at(entry.on);
    const Minutes worked = entry.inside + entry.outside;
    const Minutes more = terms ? rounded_entry(worked, terms->rounding) - worked : 0;
    const bool to_inside = entry.inside > 0;
    if (to_inside) pieces.push_back({&entry, terms, false, entry.inside + more});
    if (entry.outside > 0) pieces.push_back({&entry, terms, true, entry.outside + (to_inside ? 0 : more)});
  }
  std::ranges::sort(pieces, comes_before);
  return pieces;
}

/// A total that grows, and how much a rounded function of it grows with it.
class Running {
 public:
  template <class Function>
  std::int64_t add(Minutes minutes, Function rounded) {
    const auto before = rounded(total_);
    total_ += minutes;
    return rounded(total_) - before;
  }

 private:
  Minutes total_ = 0;
};

class Allocating {
 public:
  Allocating(std::vector<Approval> approvals, std::vector<Grant> grants) {
    std::ranges::stable_sort(approvals, {},
                             [](const Approval& one) { return std::pair(one.on, one.estimate); });
    for (auto& one : approvals) {
      if (one.asked) asked_.push_back(one);
      if (one.minutes > 0) approvals_.push_back({std::move(one), {}});
    }
    done_.grants = std::move(grants);
    done_.used.resize(done_.grants.size());
  }

  void take(const Piece& piece) {
    const auto percent = [&](Minutes total) { return weighted(total, piece.terms->outside_percent); };
    if (!piece.terms)
      put(line_of(*piece.entry, piece.outside), piece.minutes, Outcome::no_terms);
    else if (piece.outside)
      take(*piece.entry, *piece.terms, true, outside_[piece.terms].add(piece.minutes, percent));
    else
      take(*piece.entry, *piece.terms, false, piece.minutes);
  }

  Allocation finish() && {
    charge();
    return std::move(done_);
  }

 private:
  static Line line_of(const Entry& entry, bool outside) {
    Line line;
    line.entry = entry.id;
    line.ticket = entry.ticket;
    line.kind = entry.kind;
    line.on = entry.on;
    line.counted = entry.counts();
    line.outside = outside;
    line.month = month_of(entry.counts());
    return line;
  }

  void take(const Entry& entry, const Terms& terms, bool outside, Minutes minutes) {
    if (minutes == 0) return;
    auto line = line_of(entry, outside);
    const Kind& kind = terms.kind(entry.kind);
    line.rate = kind.rate;
    line.price = Money{0, terms.currency};
    if (entry.courtesy) {
      line.decided = Term::courtesy;
      put(std::move(line), minutes, Outcome::courtesy);
      return;
    }
    minutes = from_allowance(line, entry, terms, kind, minutes);
    minutes = from_approvals(line, terms, minutes, Came::in_time);
    minutes = from_overage(line, terms, minutes);
    minutes = from_approvals(line, terms, minutes, Came::later);
    put(std::move(line), minutes, Outcome::held);
  }

  /// What it takes is put, and left of the line's minutes is what it does not; so do the following.
  Minutes from_allowance(Line& line, const Entry& entry, const Terms& terms, const Kind& kind,
                         Minutes minutes) {
    const auto tier = static_cast<std::size_t>(entry.tier - 1);
    if (tier >= terms.covered.size() || !terms.covered[tier]) {
      line.passed.emplace_back(Term::tier, Passed::not_covered);
      return minutes;
    }
    if (!kind.covered) {
      line.passed.emplace_back(Term::kind, Passed::not_covered);
      return minutes;
    }
    bool some = false;
    for (std::size_t i = 0; i < done_.grants.size() && minutes > 0; ++i) {
      if (!done_.grants[i].usable(entry.counts())) continue;
      some = true;
      const Minutes taken = std::min(minutes, done_.grants[i].minutes - done_.used[i]);
      if (taken == 0) continue;
      done_.used[i] += taken;
      minutes -= taken;
      auto one = line;
      one.decided = Term::allowance;
      one.grant = i;
      put(std::move(one), taken, Outcome::allowance);
    }
    if (minutes > 0) line.passed.emplace_back(Term::allowance, some ? Passed::used_up : Passed::none);
    return minutes;
  }

  enum class Came { in_time, later };

  /// What was approved, and the minutes charged of it at each rate.
  struct Spending {
    Approval approval;
    std::map<std::int64_t, Minutes> spent;

    bool is_for(const Terms& terms, const std::string& kind) const {
      return approval.kinds.empty() || std::ranges::any_of(approval.kinds, [&](const std::string& planned) {
               return &terms.kind(planned) == &terms.kind(kind);
             });
    }
    /// So many more at the line's rate cost no more than what was approved.
    Minutes left(const Line& line) const {
      if (!approval.most || line.rate == 0) return approval.minutes;
      if (approval.most->currency != line.price->currency) return 0;
      auto amount = approval.most->minor;
      Minutes at_rate = 0;
      for (const auto& [rate, minutes] : spent)
        if (rate == line.rate)
          at_rate = minutes;
        else
          amount -= price(minutes, rate);
      return amount < 0 ? 0
                        : std::clamp<Minutes>(minutes_for(amount, line.rate) - at_rate, 0, approval.minutes);
    }
  };

  Minutes from_approvals(Line& line, const Terms& terms, Minutes minutes, Came came) {
    std::optional<Passed> why;
    for (auto& one : approvals_) {
      if (minutes == 0) break;
      const auto since = one.approval.since(line.ticket);
      if (!since) continue;
      const Date month = month_of(*since);
      // What was done before anybody was asked is taken by what needs no asking first.
      const bool late = month > line.month || (one.approval.asked && line.counted < *one.approval.asked);
      if (late != (came == Came::later)) continue;
      if (!one.is_for(terms, line.kind)) {
        if (!why) why = Passed::other_kind;
        continue;
      }
      why = Passed::used_up;
      const Minutes taken = std::min(minutes, one.left(line));
      if (taken == 0) continue;
      one.approval.minutes -= taken;
      one.spent[line.rate] += taken;
      minutes -= taken;
      auto part = line;
      part.decided = Term::approval;
      part.estimate = one.approval.estimate;
      part.estimated = one.approval.ticket;
      part.month = std::max(line.month, month);
      put(std::move(part), taken, Outcome::charged);
    }
    if (minutes == 0) return 0;
    if (came == Came::in_time)
      line.passed.emplace_back(Term::approval, why.value_or(Passed::none));
    else if (why)
      std::ranges::find(line.passed, Term::approval, &std::pair<Term, Passed>::first)->second = *why;
    return minutes;
  }

  Minutes from_overage(Line& line, const Terms& terms, Minutes minutes) {
    if (minutes == 0) return 0;
    if (std::ranges::any_of(asked_,
                            [&](const Approval& one) { return one.waits(line.ticket, line.counted); })) {
      line.passed.emplace_back(Term::overage, Passed::waits);
      return minutes;
    }
    auto& used = overage_[line.month];
    const Minutes taken = terms.overage ? std::clamp<Minutes>(*terms.overage - used, 0, minutes) : minutes;
    used += taken;
    auto one = line;
    one.decided = Term::overage;
    put(std::move(one), taken, Outcome::charged);
    if (taken < minutes)
      line.passed.emplace_back(Term::overage, terms.overage == 0 ? Passed::asks_first : Passed::used_up);
    return minutes - taken;
  }

  void put(Line line, Minutes minutes, Outcome outcome) {
    if (minutes == 0) return;
    line.minutes = minutes;
    line.outcome = outcome;
    if (outcome != Outcome::charged) line.price.reset();
    done_.lines.push_back(std::move(line));
  }

  /// Of a month's minutes at one rate, each line is charged what it adds to their price.
  void charge() {
    std::map<std::tuple<Date, Currency, std::int64_t>, Running> totals;
    for (Line& line : done_.lines)
      if (line.outcome == Outcome::charged)
        line.price->minor = totals[{line.month, line.price->currency, line.rate}].add(
            line.minutes, [&](Minutes total) { return price(total, line.rate); });
  }

  std::vector<Approval> asked_;  // whatever became of it
  std::vector<Spending> approvals_;
  std::map<const Terms*, Running> outside_;
  std::map<Date, Minutes> overage_;  // by month
  Allocation done_;
};

}  // namespace

std::optional<Date> Approval::since(TicketId worked_on) const {
  if (worked_on == ticket) return on;
  if (moved && worked_on == moved->to) return std::max(on, moved->on);
  return std::nullopt;
}

bool Approval::waits(TicketId worked_on, Date counted) const {
  return asked && worked_on == ticket && *asked <= counted && (!withdrawn || counted < *withdrawn);
}

Minutes Allocation::left(Date on) const {
  Minutes sum = 0;
  for (std::size_t i = 0; i < grants.size(); ++i)
    if (grants[i].usable(on)) sum += grants[i].minutes - used[i];
  return sum;
}

Allocation allocate(const Agreement& agreement, std::span<const Entry> entries,
                    std::vector<Approval> approvals, std::span<const Missed> missed, Date before) {
  Allocating allocating(std::move(approvals), grants(agreement, missed, before));
  for (const Piece& piece : pieces_of(agreement, entries, before)) allocating.take(piece);
  return std::move(allocating).finish();
}

}  // namespace punctual::agreement
