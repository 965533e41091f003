#include "desk/configuration/audit.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "desk/configuration/fields.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

struct RecordJson {
  std::string subject;
  std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(RecordJson, (), (subject, changes))

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

}  // namespace punctual::desk
