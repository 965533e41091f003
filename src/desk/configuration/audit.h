#pragma once

#include <map>
#include <span>
#include <string_view>

#include "desk/configuration/differences.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// Puts what a configuration changes into the journal, each subject with its own details.
class Audit {
 public:
  Audit(store::Session& session, std::span<const Difference> found, const Actor& by, Instant now)
      : session_(session), found_(found), by_(by), now_(now) {
    for (const auto& one : found) details_[{one.section, one.subject}] = &one;
  }

  Instant now() const { return now_; }
  /// One subject; `section` and `subject` say which difference it is.
  void record(std::string_view kind, std::int64_t id, std::string_view type, std::string_view section,
              std::string_view subject) const;
  /// What the profile is made of, as one subject.
  void record_sections(std::string_view kind, std::int64_t id, std::string_view type) const;

 private:
  store::Session& session_;
  std::span<const Difference> found_;
  std::map<std::pair<std::string_view, std::string_view>, const Difference*> details_;
  Actor by_;
  Instant now_;
};

/// Takes away what the journals of clients hold of the contact with that address, in whatever case it was
/// written; each says so.
void redact_contact_changes(store::Session& session, std::string_view address, const Actor& by, Instant now);

}  // namespace punctual::desk
