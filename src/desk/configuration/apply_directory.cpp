#include "desk/configuration/apply_directory.h"

#include "desk/people/account.h"
#include "store/agreements.h"
#include "store/directory_changes.h"

namespace punctual::desk {

namespace {

const char* done_to(const void* was) {
  return was ? "changed" : "added";
}

}  // namespace

PodIds apply_pods(store::Session& session, const ConfigurationPlan& plan, const Audit& audit) {
  auto ids = plan.pod_ids;
  for (const auto& step : plan.pods) {
    if (!step.entry) continue;
    if (step.freed) {
      store::write_pod(session, *step.freed);
      audit.record("pod", step.freed->id.value, "changed", "pods", step.freed->name);
    }
    store::PodRow row{
        .id = step.row.id, .name = step.entry->name, .members = {}, .needed = step.entry->needed};
    if (row.id)
      store::write_pod(session, row);
    else
      row.id = store::insert_pod(session, row);
    ids[row.name] = row.id;
    audit.record("pod", row.id.value, done_to(step.was), "pods", row.name);
  }
  return ids;
}

void end_pods(store::Session& session, const ConfigurationPlan& plan, const Audit& audit) {
  for (const auto& step : plan.pods) {
    if (step.entry) continue;
    auto row = step.row;
    row.active = false;
    store::write_pod(session, row);
    audit.record("pod", step.row.id.value, "removed", "pods", step.was->name);
  }
}

void apply_people(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods,
                  const Audit& audit) {
  for (const auto& step : plan.people) {
    auto row = step.row;
    if (!step.entry) {
      leave(session, row, audit.now());
      store::write_person(session, row);
      audit.record("person", row.id.value, "removed", "people", step.was->email);
      continue;
    }
    const auto& entry = *step.entry;
    if (step.freed) {
      store::write_person(session, *step.freed);
      audit.record("person", step.freed->id.value, "changed", "people", step.freed->email);
    }
    if (step.was) {
      take_role(session, row, entry.role);
      take_address(session, row, entry.email, audit.now());
    }
    row.name = entry.name;
    row.email = entry.email;
    row.role = entry.role;
    row.active = true;
    row.hours = entry.hours;
    row.skills = entry.skills;
    if (row.id)
      store::write_person(session, row);
    else
      row.id = store::insert_person(session, row);
    std::vector<PodId> in;
    for (const auto& pod : entry.pods) in.push_back(pods.at(pod));
    store::set_pods(session, row.id, in);
    audit.record("person", row.id.value, done_to(step.was), "people", entry.email);
  }
}

void apply_leads(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods) {
  for (const auto& step : plan.pods) {
    if (!step.entry || step.entry->lead.empty()) continue;
    const auto lead = store::find_person_by_email(session, step.entry->lead).value();
    store::write_pod(session, {.id = pods.at(step.entry->name),
                               .name = step.entry->name,
                               .members = {},
                               .needed = step.entry->needed,
                               .lead = lead.id});
  }
}

void apply_clients(store::Session& session, const ConfigurationPlan& plan, const PodIds& pods,
                   const Audit& audit) {
  for (const auto& step : plan.clients) {
    auto row = step.row;
    row.active = step.entry != nullptr;
    if (step.freed) {
      store::write_client(session, *step.freed);
      audit.record("client", step.freed->id.value, "changed", "clients", step.freed->name);
    }
    if (step.entry) {
      row.name = step.entry->name;
      row.policy = step.entry->policy;
      row.skills = step.entry->skills;
      row.time_zone = step.entry->time_zone;
      row.pod.reset();
      if (!step.entry->pod.empty()) row.pod = pods.at(step.entry->pod);
    }
    if (row.id)
      store::write_client(session, row);
    else
      row.id = store::insert_client(session, row);
    if (step.entry) store::write_agreement(session, row.id, step.entry->agreement, audit.now());
    for (auto contact : step.contacts) {
      if (contact.active) contact.client = row.id;
      if (contact.id)
        store::write_contact(session, contact);
      else
        store::insert_contact(session, contact);
    }
    audit.record("client", row.id.value, step.entry ? done_to(step.was) : "removed", "clients", row.name);
  }
}

}  // namespace punctual::desk
