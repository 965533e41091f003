#include <fmt/format.h>

#include "app/configuration/configuration_file.h"
#include "app/configuration/toml_text.h"
#include "app/configuration/written_agreement.h"
#include "app/configuration/written_hours.h"

namespace punctual::app {

namespace {

constexpr std::string_view beginning =
    "# This desk as text: `punctual apply` shows what an edited copy changes, asks, and makes it so.\n";

class Text {
 public:
  std::string all{beginning};

  void begin(std::string_view head) { all += fmt::format("\n{}\n", head); }
  void line(std::string_view key, std::string_view value) { all += fmt::format("{} = {}\n", key, value); }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) line(key, quoted_words(value));
  }
};

void write_escalation(Text& out, const people::EscalationTable& table) {
  for (const auto& stage : table) {
    std::vector<std::string> tell;
    for (const auto addressee : stage.tells) tell.emplace_back(to_text(addressee));
    out.begin("[[escalation]]");
    out.line("percent", std::to_string(stage.percent));
    out.line("tell", quoted_list(tell));
  }
}

void write_profile(Text& out, const desk::Profile& profile) {
  // Nobody is told: a list without tables stands before all tables.
  if (profile.escalation.empty()) out.line("escalation", "[]");
  out.begin("[desk]");
  out.text("name", profile.name);
  out.text("title", profile.title);
  out.text("greeting", profile.greeting);
  out.text("colour", profile.colour);
  out.text("goal", format_target(profile.goal));
  out.text("policy", profile.unknown_policy);
  out.text("availability", profile.availability);
  out.text("out_of_hours", profile.out_of_hours);
  for (const auto& tier : profile.tiers) {
    out.begin("[[tiers]]");
    out.text("title", tier.title);
    out.text("meaning", tier.meaning);
  }
  for (const auto& step : profile.steps) {
    out.begin("[[steps]]");
    out.text("title", step.title);
    out.text("text", step.text);
  }
  for (const auto& question : profile.questions) {
    out.begin("[[faq]]");
    out.text("question", question.question);
    out.text("answer", question.answer);
  }
}

std::string promises(const sla::Policy& policy) {
  std::string inside;
  const auto add = [&](std::string_view key, const std::optional<Target>& target) {
    if (!target) return;
    inside += fmt::format("{}{} = \"{}\"", inside.empty() ? "" : ", ", key, format_target(*target));
  };
  add("first_reply", policy.first_reply);
  add("next_reply", policy.next_reply);
  add("resolution", policy.resolution);
  return inside;
}

std::string coverage(const BusinessHours& hours, const std::string& zone) {
  return hours.always_open ? "\"24x7\"" : "{ " + hours_inside(hours, zone) + " }";
}

void write_policies(Text& out, const desk::Configuration& desk) {
  for (const auto& policy : desk.policies) {
    out.begin("[[policies]]");
    out.text("name", policy.name);
    if (policy.coverage) out.line("coverage", coverage(*policy.coverage, desk.hours.zone));
    out.all += "tiers = [\n";
    for (std::size_t i = 0; i < policy.tiers.size(); ++i) {
      auto inside = promises(policy.tiers[i]);
      if (const auto& own = policy.tier_coverage[i])
        inside += fmt::format("{}coverage = {}", inside.empty() ? "" : ", ", coverage(*own, desk.hours.zone));
      if (const auto& other = policy.out_of_hours[i]) {
        const auto else_inside = promises(other->promises);
        inside +=
            fmt::format("{}out_of_hours = {{ {}{}coverage = {} }}", inside.empty() ? "" : ", ", else_inside,
                        else_inside.empty() ? "" : ", ", coverage(other->coverage, desk.hours.zone));
      }
      out.all += inside.empty() ? "  {},\n" : fmt::format("  {{ {} }},\n", inside);
    }
    out.all += "]\n";
  }
}

void write_directory(Text& out, const desk::Configuration& desk) {
  for (const auto& pod : desk.pods) {
    out.begin("[[pods]]");
    out.text("name", pod.name);
    out.text("lead", pod.lead);
    if (pod.needed != 1) out.line("needed", std::to_string(pod.needed));
  }
  for (const auto& person : desk.people) {
    out.begin("[[people]]");
    out.text("name", person.name);
    out.text("email", person.email);
    out.text("role", to_text(person.role));
    if (!person.pods.empty()) out.line("pods", quoted_list(person.pods));
    if (!person.skills.empty()) out.line("skills", quoted_list(person.skills));
    out.all +=
        hours_lines(desk::HoursVersion::of(person.hours, desk::entries_of(person.hours)), desk.hours.zone);
  }
  for (const auto& client : desk.clients) {
    out.begin("[[clients]]");
    out.text("name", client.name);
    out.text("pod", client.pod);
    out.text("policy", client.policy);
    if (!client.skills.empty()) out.line("skills", quoted_list(client.skills));
    out.text("time_zone", client.time_zone);
    if (client.contacts.empty()) continue;
    out.all += "contacts = [\n";
    for (const auto& contact : client.contacts)
      out.all += fmt::format("  {{ name = {}, email = {}{} }},\n", quoted_text(contact.name),
                             quoted_text(contact.email), contact.approves ? ", approves = true" : "");
    out.all += "]\n";
  }
}

void write_mail(Text& out, const desk::Configuration& desk) {
  out.begin("[mail]");
  out.text("from", desk.profile.mail_from);
  out.begin(
      "# Mails that read otherwise than the built-in ones; `punctual mail preview --source NAME` prints what "
      "to\n"
      "# start from, e.g. received.txt.\n[mail.templates]");
  for (const auto& [name, source] : desk.mail_templates)
    out.line(quoted_text(std::string_view(name).substr(std::string_view("mail/").size())),
             quoted_lines(source));
}

}  // namespace

std::string written(const desk::Configuration& desk) {
  Text out;
  write_profile(out, desk.profile);
  out.begin("[hours]");
  out.all += hours_lines(desk::HoursVersion::of(desk.hours, desk.holidays), {});
  write_policies(out, desk);
  write_escalation(out, desk.profile.escalation);
  write_directory(out, desk);
  for (const auto& client : desk.clients)
    for (const auto& version : client.agreement) out.all += written_agreement(client.name, version);
  write_mail(out, desk);
  out.begin("[limits]");
  out.line("forms_per_network", std::to_string(desk.profile.forms_per_network));
  return std::move(out.all);
}

}  // namespace punctual::app
