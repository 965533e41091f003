#include "desk/agreements/check.h"

#include <fmt/format.h>

#include "desk/agreements/issued.h"
#include "desk/agreements/time_audit.h"
#include "store/crypto/digest.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "store/statements.h"

namespace punctual::desk {

namespace {

constexpr int at_once = 500;

/// What the newest event of the subject says; nothing where there is none, or it is of another type.
template <class Content>
std::optional<Content> newest(store::Session& session, std::string_view subject, std::int64_t id,
                              std::string_view type) {
  const auto events = store::newest_audit(session, subject, id, 1);
  if (events.empty() || events.front().type != type || !events.front().content) return std::nullopt;
  auto content = json::from_json<Content>(*events.front().content);
  return content ? std::optional(*std::move(content)) : std::nullopt;
}

bool agrees(store::Session& session, const store::TimeEntryRow& row) {
  const auto entry = entry_json(row);
  if (row.version > 1) {
    const auto corrected = newest<CorrectedJson>(session, "time_entry", row.id.value, "time_corrected");
    return corrected && corrected->is == entry;
  }
  const auto logged = newest<LoggedJson>(session, "time_entry", row.id.value, "time_logged");
  return logged && logged->ticket == row.ticket && logged->person == row.person && logged->entry == entry;
}

bool agrees(store::Session& session, const store::StatementRow& row) {
  auto issued = newest<IssuedJson>(session, "statement", row.id.value,
                                   row.corrects ? "statement_corrected" : "statement_issued");
  if (!issued) issued = newest<IssuedJson>(session, "statement", row.id.value, "statement_redacted");
  return issued && issued->number == row.number && issued->client == row.client &&
         issued->sha256 == store::to_hex(store::view(store::sha256(row.body)));
}

}  // namespace

std::vector<std::string> account_problems(store::Session& session, std::size_t at_most) {
  std::vector<std::string> found;
  TimeEntryId after;
  for (bool more = true; more && found.size() < at_most;) {
    const auto rows = store::read_time_entries(session, after, at_once);
    for (const auto& row : rows)
      if (!agrees(session, row))
        found.push_back(fmt::format("time entry {}: is not what the audit says of it", row.id.value));
    more = rows.size() == at_once;
    if (more) after = rows.back().id;
  }
  for (const auto& listed : store::read_statements(session, {}, {}, -1)) {
    const auto row = store::find_statement(session, listed.id);
    if (row && !agrees(session, *row))
      found.push_back(fmt::format("statement {}: is not what was issued", row->number));
  }
  return found;
}

}  // namespace punctual::desk
