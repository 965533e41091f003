#include "desk/agreements/low_balance.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/agreements/balance.h"
#include "desk/agreements/books.h"
#include "desk/reactions/queue_mail.h"
#include "store/balance_notices.h"
#include "store/directory.h"

namespace punctual::desk {

namespace {

using store::MailKind;

/// For whoever mistyped an hour to correct it before the client reads of it.
constexpr std::chrono::minutes second_thought{10};

/// Hours that are typed, taken back and typed again are told of once in this time.
constexpr std::chrono::hours between_two{1};

/// The highest that was reached; 0: none.
int threshold_reached(const agreement::Version& version, const Balance& balance) {
  int reached = 0;
  for (const int percent : version.warn_at)
    if (balance.percent_used() >= percent) reached = percent;
  return reached;
}

void queue(const Desk& desk, store::Session& session, const store::BalanceNoticeRow& notice) {
  const auto before = store::last_taken_back(session, notice.client, notice.percent);
  const Seconds wait = before ? std::max(*before + between_two - notice.told_at, Seconds{0}) : Seconds{0};
  const auto tell = [&](MailKind kind, const std::string& name, const std::string& address, Seconds delay) {
    queue_mail(
        desk, session, fmt::format("balance-{}", notice.id.value),
        {.kind = kind, .about = notice.id.value, .to_name = name, .to_address = address, .message_id = {}},
        notice.told_at, delay);
  };
  const auto catalogue = desk.catalogue();
  for (const auto& person : catalogue->people())
    if (person.active && person.role == people::Role::coordinator)
      tell(MailKind::staff_low_balance, person.name, person.email, wait);
  for (const auto& contact : store::approvers_of(session, notice.client))
    tell(MailKind::low_balance, contact.name, contact.email, std::max<Seconds>(second_thought, wait));
}

void take_back(store::Session& session, BalanceNoticeId id, Instant now) {
  store::take_balance_notice_back(session, id, now);
  store::delete_waiting_mails(session, MailKind::low_balance, id.value);
  store::delete_waiting_mails(session, MailKind::staff_low_balance, id.value);
}

/// What was told of the same minutes.
std::optional<store::BalanceNoticeRow> last_of(store::Session& session, ClientId client, Date granted_on) {
  auto last = store::last_balance_notice(session, client);
  return last && last->granted_on == granted_on ? last : std::nullopt;
}

}  // namespace

void tell_low_balance(const Desk& desk, store::Session& session, ClientId client, Instant now) {
  const auto catalogue = desk.catalogue();
  const Date today = catalogue->zone_of(client).date(now);
  const auto* version = agreement::version_at(catalogue->agreement(client), today);
  if (!version || version->warn_at.empty()) return;
  const auto balance = balance_of(account(read_books_of_today(session, *catalogue, client, now)), today);
  if (!balance.granted_on) return;
  const int reached = threshold_reached(*version, balance);
  auto last = last_of(session, client, *balance.granted_on);
  for (; last && reached < last->percent; last = last_of(session, client, *balance.granted_on))
    take_back(session, last->id, now);
  if (reached == 0 || (last && last->percent >= reached)) return;
  store::BalanceNoticeRow notice{.client = client,
                                 .percent = reached,
                                 .usable = balance.usable,
                                 .left = balance.left,
                                 .held = balance.held,
                                 .granted_on = *balance.granted_on,
                                 .until = balance.next_lost,
                                 .told_at = now};
  notice.id = store::insert_balance_notice(session, notice);
  queue(desk, session, notice);
}

}  // namespace punctual::desk
