#include "desk/configuration/audit.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "desk/configuration/fields.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/text/fold.h"

namespace punctual::desk {

namespace {

struct RecordJson {
  std::string subject;
  std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(RecordJson, (), (subject, changes))

/// Whether one of the changes that an event holds is of the field whose label it is.
bool has_change_of(std::string_view content, const std::string& label_folded) {
  const auto read = json::parse(content);
  const auto* record = read ? read->if_object() : nullptr;
  const auto* changes = record ? record->if_contains("changes") : nullptr;
  if (!changes || !changes->is_array()) return false;
  return std::ranges::any_of(changes->get_array(), [&](const boost::json::value& change) {
    const auto* text = change.if_string();
    return text && store::fold_case({text->data(), text->size()}).starts_with(label_folded);
  });
}

}  // namespace

void Audit::record(std::string_view kind, std::int64_t id, std::string_view type, std::string_view section,
                   std::string_view subject) const {
  RecordJson record{std::string(subject), {}};
  if (const auto one = details_.find({section, subject}); one != details_.end())
    record.changes = one->second->details;
  store::append_audit(session_, kind, id, type, now_, by_, json::to_json(record));
}

void Audit::record_sections(std::string_view kind, std::int64_t id, std::string_view type) const {
  RecordJson record;
  for (const auto& one : found_)
    if (std::ranges::find(profile_sections, one.section) != std::end(profile_sections))
      for (const auto& detail : one.details) record.changes.push_back(one.section + ", " + detail);
  store::append_audit(session_, kind, id, type, now_, by_, json::to_json(record));
}

void redact_contact_changes(store::Session& session, std::string_view address, const Actor& by, Instant now) {
  constexpr std::string_view kind = "client";
  const auto label = store::fold_case(contact_label(address) + ": ");
  std::map<std::int64_t, std::vector<std::int64_t>> of_client;
  for (const auto& row : store::audit_of_kind(session, kind))
    if (has_change_of(*row.content, label)) of_client[row.subject_id].push_back(row.seq);
  for (const auto& [client, seqs] : of_client) store::redact_audit(session, kind, client, seqs, now, by);
}

}  // namespace punctual::desk
