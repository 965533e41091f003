#include "desk/commands/merge.h"

#include "desk/access/shared_page.h"
#include "desk/commands/turn.h"
#include "store/text/fold.h"

namespace punctual::desk {

namespace {

MergeSide side_of(const Turn& turn) {
  return {turn.id(), turn.ticket(), store::fold_case(turn.ticket().request.contact_email)};
}

NotChanged refused(Refusal why) {
  return {NotChanged::Why::refused, std::move(why)};
}

}  // namespace

std::expected<Changed, NotChanged> merge(const Desk& desk, store::Session& session, TicketId source,
                                         TicketId target, IntoOpenForm into_open_form,
                                         std::int64_t expected_version, const Actor& by, Instant now) {
  auto from = Turn::begin(desk, session, source, expected_version, now);
  if (!from) return std::unexpected(from.error());
  auto into = Turn::begin(desk, session, target, now);
  if (!into)
    return std::unexpected(refused(
        {Refusal::Reason::invalid, "ticket", "No ticket has this reference; look it up and name it again."}));
  const auto ended = from->decide(command::Merge{target});
  if (!ended) return std::unexpected(ended.error());
  if (const auto ok = may_merge(side_of(*from), side_of(*into), into_open_form); !ok)
    return std::unexpected(refused(ok.error()));
  into->follow_calendar();
  const auto taken = into->decide(command::Absorb{source, from->ticket().awaits_answer()});
  if (!taken) return std::unexpected(taken.error());
  Changed changed;
  if (!same_contact(from->ticket(), into->ticket()))
    changed.warnings.push_back("Answers in " + ref_of(target) + " go to " +
                               into->ticket().request.contact_name + " alone; " +
                               from->ticket().request.contact_name + " is told that it goes on there.");
  from->happen(*ended, by);
  into->happen(*taken, by);
  into->record();
  changed.version = from->record();
  return changed;
}

}  // namespace punctual::desk
