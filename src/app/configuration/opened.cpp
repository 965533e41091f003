#include "app/configuration/opened.h"

#include "desk/configuration/apply.h"

namespace punctual::app {
namespace {

/// Whether it says anything of who works when, for whom, and what those were promised.
bool touches_rota(const desk::ConfigurationPlan& plan) {
  const auto& policies = plan.policies;
  return plan.before->hours != plan.after.hours || plan.before->holidays != plan.after.holidays ||
         !policies.superseding.empty() || !policies.beginning.empty() || !policies.ended.empty() ||
         !plan.pods.empty() || !plan.people.empty() || !plan.clients.empty();
}

}  // namespace

std::optional<Opened> opened_by(const HeldDesk& held, store::Session& session,
                                const desk::ConfigurationPlan& plan, Instant now) {
  if (!touches_rota(plan)) return Opened();  // the writer is left to those who write
  const auto& zones = held.desk.zones();
  const auto before = desk::Catalogue::load(session, zones, nullptr);
  Opened opened;
  const auto tried = held.write([&](store::Session& writing) {
    if (desk::read_versions(writing) == plan.versions) {
      desk::apply_configuration(writing, plan, Actor::desk(), now);
      opened.after = desk::Catalogue::load(writing, zones, before.get());
    }
    return store::Keep::discard;
  });
  if (tried != store::Written::discarded) return std::nullopt;
  if (opened.after)
    opened.view = desk::openings(session, desk::rota_of(*before, now), desk::rota_of(*opened.after, now), now,
                                 std::nullopt);
  return opened;
}

}  // namespace punctual::app
