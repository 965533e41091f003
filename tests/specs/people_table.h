#pragma once

#include <map>

#include "domain/people/suggestion.h"
#include "sla_table.h"

namespace punctual::specs {

/// The people of one row: "who Ana Mon-Thu 08-17; pod; load 3", with a zone of their own before the week
/// where it is not the table's, and what changes their weeks: "off Ana Mon", "off Ana Mon to Wed", "absent
/// Ana Mon 08-12", "gives Ana Mon", "takes Ana Fri 08-17". `holiday` is everybody's.
class Cast {
 public:
  explicit Cast(const Row& row);

  const Reading& reading() const { return reading_; }
  const std::vector<people::Worker>& workers() const { return workers_; }
  PersonId id(std::string_view name) const;
  const std::string& name(PersonId id) const;
  /// "Ana Ben"; "nobody".
  std::string names(std::span<const PersonId> ids) const;
  /// What stands behind the week: `pod`, `lead`, `coordinator`, `manager`, "load 3", "skills php sql",
  /// "client 2", "site 1", "week 4", "given Mon 09:00".
  std::vector<people::Candidate> candidates() const;
  std::vector<people::Colleague> colleagues() const;
  /// Who has the trait; nobody: 0.
  PersonId with(std::string_view trait) const;
  /// "desk" is the desk's hours (`desk`, or 08-17) with its holidays; hours of one's own have none.
  Calendar promised(const std::string& hours) const;
  Calendar desk_hours() const;

 private:
  people::Worker read_worker(std::string_view text);
  std::vector<people::RotaChange> changes_of(const std::string& name) const;

  const Row& row_;
  Reading reading_;
  std::map<Date, std::string> holidays_;
  std::vector<std::string> names_;
  std::vector<std::map<std::string, std::string, std::less<>>> traits_;
  std::vector<people::Worker> workers_;
};

}  // namespace punctual::specs
