#include "desk/configuration/apply_directory.h"

#include <set>

#include "store/directory_changes.h"
#include "store/text/fold.h"

namespace punctual::desk {

namespace {

/// Rows by their folded name or address.
template <class Row>
std::map<std::string, Row> by_folded(const std::vector<Row>& rows, std::string Row::* member) {
  std::map<std::string, Row> found;
  for (const auto& row : rows) found.emplace(store::fold_case(row.*member), row);
  return found;
}

/// The row an entry continues: that of its counterpart, or one of its own name that history kept.
template <class Row, class Entry>
const Row* row_of(const std::map<std::string, Row>& rows, const Entry* was, const Entry& entry,
                  std::string Entry::* member) {
  const auto found = rows.find(store::fold_case(was ? was->*member : entry.*member));
  return found == rows.end() ? nullptr : &found->second;
}

/// `known` are the rows there are, `listed` all contacts there are to be; both by folded address.
void apply_contacts(store::Session& session, ClientId client, const ClientEntry* was,
                    const ClientEntry& entry, const std::map<std::string, store::ContactRow>& known,
                    const std::set<std::string>& listed) {
  for (const auto& contact : entry.contacts) {
    const auto found = known.find(store::fold_case(contact.email));
    if (found == known.end())
      store::insert_contact(session, {{}, client, contact.name, contact.email});
    else
      store::write_contact(session, {found->second.id, client, contact.name, contact.email, true});
  }
  if (!was) return;
  for (const auto& contact : was->contacts) {
    if (listed.contains(store::fold_case(contact.email))) continue;
    auto row = known.at(store::fold_case(contact.email));
    row.active = false;
    store::write_contact(session, row);
  }
}

}  // namespace

PodIds apply_pods(store::Session& session, const Configuration* before, const Configuration& after,
                  const Audit& audit) {
  PodIds ids;
  std::map<std::string, store::PodRow> rows;
  for (const auto& row : store::read_pods(session)) rows.emplace(store::fold_case(row.name), row);
  for (const auto& [name, row] : rows) ids[row.name] = row.id;
  for (const auto& entry : after.pods) {
    const auto* was = before ? counterpart(*before, entry) : nullptr;
    const auto* row = row_of(rows, was, entry, &PodEntry::name);
    if (was && was->name == entry.name) continue;
    const PodId id = row ? row->id : store::insert_pod(session, {{}, entry.name, {}, true});
    if (row) store::write_pod(session, {id, entry.name, {}, true});
    ids[entry.name] = id;
    audit.record("pod", id.value, was ? "changed" : "added", "pods", entry.name);
  }
  return ids;
}

void end_pods(store::Session& session, const Configuration* before, const Configuration& after,
              const Audit& audit) {
  for (const auto* entry : left_out(before, after, &Configuration::pods))
    for (const auto& row : store::read_pods(session)) {
      if (row.name != entry->name) continue;
      store::write_pod(session, {row.id, row.name, {}, false});
      audit.record("pod", row.id.value, "removed", "pods", entry->name);
    }
}

void apply_people(store::Session& session, const Configuration* before, const Configuration& after,
                  const PodIds& pods, const Audit& audit) {
  const auto rows = by_folded(store::read_people(session), &store::PersonRow::email);
  for (const auto* entry : left_out(before, after, &Configuration::people)) {
    auto row = rows.at(store::fold_case(entry->email));
    row.active = false;
    store::write_person(session, row);
    store::set_pods(session, row.id, {});
    store::end_access(session, row.id, audit.now());
    audit.record("person", row.id.value, "removed", "people", entry->email);
  }
  for (const auto& entry : after.people) {
    const auto* was = before ? counterpart(*before, entry) : nullptr;
    if (was && *was == entry) continue;
    const auto* known = row_of(rows, was, entry, &PersonEntry::email);
    auto row = known ? *known : store::PersonRow{};
    row.name = entry.name;
    row.email = entry.email;
    row.role = entry.role;
    row.active = true;
    row.hours = entry.hours;
    if (known)
      store::write_person(session, row);
    else
      row.id = store::insert_person(session, row);
    if (was && was->role != entry.role)
      store::end_access(session, row.id, audit.now());  // the session's id rotates with the right
    std::vector<PodId> in;
    for (const auto& pod : entry.pods) in.push_back(pods.at(pod));
    store::set_pods(session, row.id, in);
    audit.record("person", row.id.value, was ? "changed" : "added", "people", entry.email);
  }
}

void apply_clients(store::Session& session, const Configuration* before, const Configuration& after,
                   const PodIds& pods, const Audit& audit) {
  const auto rows = by_folded(store::read_clients(session), &store::ClientRow::name);
  const auto contacts = by_folded(store::read_contacts(session), &store::ContactRow::email);
  std::set<std::string> listed;
  for (const auto& entry : after.clients)
    for (const auto& contact : entry.contacts) listed.insert(store::fold_case(contact.email));
  for (const auto* entry : left_out(before, after, &Configuration::clients)) {
    auto row = rows.at(store::fold_case(entry->name));
    row.active = false;
    store::write_client(session, row);
    apply_contacts(session, row.id, entry, {.name = entry->name}, contacts, listed);
    audit.record("client", row.id.value, "removed", "clients", entry->name);
  }
  for (const auto& entry : after.clients) {
    const auto* was = before ? counterpart(*before, entry) : nullptr;
    if (was && *was == entry) continue;
    const auto* known = row_of(rows, was, entry, &ClientEntry::name);
    store::ClientRow row{known ? known->id : ClientId{}, entry.name, {}, entry.policy, true};
    if (!entry.pod.empty()) row.pod = pods.at(entry.pod);
    if (known)
      store::write_client(session, row);
    else
      row.id = store::insert_client(session, row);
    apply_contacts(session, row.id, was, entry, contacts, listed);
    audit.record("client", row.id.value, was ? "changed" : "added", "clients", entry.name);
  }
}

}  // namespace punctual::desk
