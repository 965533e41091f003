#include "desk/configuration/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <set>

#include "store/text/fold.h"

namespace punctual::desk {

namespace {

/// A list of the configuration, and the rows it is kept in.
template <class Entry, class Row>
class ListPlan {
 public:
  ListPlan(ConfigurationPlan& plan, std::string_view section, std::vector<Entry> Configuration::* list,
           std::string Entry::* entry_name, const std::vector<Row>& rows, std::string Row::* row_name)
      : plan_(plan),
        section_(section),
        before_(plan.before ? &*plan.before : nullptr),
        list_(list),
        wanted_(plan.after.*list),
        entry_name_(entry_name),
        row_name_(row_name) {
    for (const auto& row : rows) {
      auto& known = rows_[store::fold_case(row.*row_name)];
      if (!known || row.active) known = &row;
    }
    for (const auto& entry : wanted_) listed_.insert(store::fold_case(entry.*entry_name));
  }

  template <class Made>
  std::vector<Made> steps() {
    std::vector<Made> written;
    std::set<const Entry*> continued;
    for (const auto& entry : wanted_) {
      const auto* was = before_ ? counterpart(*before_, entry) : nullptr;
      [[maybe_unused]] const bool alone = !was || continued.insert(was).second;
      assert(alone);
      if (was) check_meant(entry, *was);
      if (was && *was == entry) continue;
      const auto* own = row_of(entry);
      const auto* row = was ? row_of(*was) : own;
      auto& step = written.emplace_back();
      step.entry = &entry;
      step.was = was;
      if (row) step.row = *row;
      if (row && own && own != row) step.freed = retired(*own);
    }
    std::vector<Made> steps;
    if (before_)
      for (const auto& entry : before_->*list_) {
        if (continued.contains(&entry)) continue;
        auto& step = steps.emplace_back();
        step.was = &entry;
        step.row = *row_of(entry);
      }
    std::ranges::move(written, std::back_inserter(steps));
    return steps;
  }

 private:
  /// The row of that name, one that history kept included.
  const Row* row_of(const Entry& entry) const {
    const auto found = rows_.find(store::fold_case(entry.*entry_name_));
    return found == rows_.end() ? nullptr : found->second;
  }

  /// Under a name that nothing has.
  Row retired(Row row) {
    const auto name = row.*row_name_;
    for (int n = 1; rows_.contains(store::fold_case(row.*row_name_)) ||
                    !listed_.insert(store::fold_case(row.*row_name_)).second;
         ++n)
      row.*row_name_ = n == 1 ? name + " (retired)" : fmt::format("{} (retired {})", name, n);
    plan_.differences.push_back({Difference::Kind::changed,
                                 std::string(section_),
                                 row.*row_name_,
                                 {"was " + name + " and taken out once; another is called so now"}});
    return row;
  }

  /// Where a thing of either name is there, the one would go on as the other and the other be taken out.
  void check_meant(const Entry& entry, const Entry& was) {
    const auto name = store::fold_case(entry.*entry_name_);
    const auto earlier = store::fold_case(entry.was);
    if (earlier == name || store::fold_case(was.*entry_name_) != name) return;
    if (const auto other = rows_.find(earlier); other != rows_.end() && other->second->active)
      plan_.obstacles.push_back(
          {fmt::format("{}: {}", section_, entry.*entry_name_),
           fmt::format("is there already, and so is \"{}\", which the file says it was", entry.was),
           "list both without `was`, or take one out before the other takes its name"});
  }

  ConfigurationPlan& plan_;
  std::string_view section_;
  const Configuration* before_;
  std::vector<Entry> Configuration::* list_;
  const std::vector<Entry>& wanted_;
  std::string Entry::* entry_name_;
  std::string Row::* row_name_;
  std::map<std::string, const Row*> rows_;
  std::set<std::string> listed_;  ///< names that are taken afterwards, folded
};

/// Contacts are known by their address, whichever client they are of.
void plan_contacts(store::Session& session, ConfigurationPlan& plan) {
  std::map<std::string, store::ContactRow> known;
  for (auto& row : store::read_contacts(session)) known.emplace(store::fold_case(row.email), row);
  std::set<std::string> listed;
  for (const auto& entry : plan.after.clients)
    for (const auto& contact : entry.contacts) listed.insert(store::fold_case(contact.email));
  for (auto& step : plan.clients) {
    if (step.entry)
      for (const auto& contact : step.entry->contacts) {
        const auto found = known.find(store::fold_case(contact.email));
        step.contacts.push_back({found == known.end() ? ContactId{} : found->second.id, step.row.id,
                                 contact.name, contact.email, true, contact.approves});
        const bool same = found != known.end() && found->second == step.contacts.back();
        if (same) step.contacts.pop_back();
      }
    if (!step.was) continue;
    for (const auto& contact : step.was->contacts) {
      const auto folded = store::fold_case(contact.email);
      if (listed.contains(folded)) continue;
      step.contacts.push_back(known.at(folded));
      step.contacts.back().active = false;
    }
  }
}

}  // namespace

ConfigurationPlan plan_configuration(store::Session& session, Configuration after, Instant now) {
  ConfigurationPlan plan;
  plan.versions = read_versions(session);
  plan.before = read_configuration(session, now);
  plan.after = std::move(after);
  const auto* before = plan.before ? &*plan.before : nullptr;
  plan.differences = differences(before, plan.after);

  auto desk_calendar = unwritten_desk_calendar;
  if (before)
    if (const auto held = read_hours(session);
        held.hours == HoursVersion::of(plan.after.hours, plan.after.holidays).hours)
      desk_calendar = held.calendar;
  plan.policies =
      plan_policies(PolicyVersions(store::read_policies(session)), before, plan.after, desk_calendar, now);

  const auto pods = store::read_pods(session);
  for (const auto& pod : pods)
    if (pod.active) plan.pod_ids[pod.name] = pod.id;
  plan.pods = ListPlan(plan, "pods", &Configuration::pods, &PodEntry::name, pods, &store::PodRow::name)
                  .steps<PodStep>();
  const auto people = store::read_people(session);
  plan.people =
      ListPlan(plan, "people", &Configuration::people, &PersonEntry::email, people, &store::PersonRow::email)
          .steps<PersonStep>();
  const auto clients = store::read_clients(session);
  plan.clients =
      ListPlan(plan, "clients", &Configuration::clients, &ClientEntry::name, clients, &store::ClientRow::name)
          .steps<ClientStep>();
  plan_contacts(session, plan);
  return plan;
}

}  // namespace punctual::desk
