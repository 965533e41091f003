#include "app/configuration/mail_preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/admin_verbs.h"
#include "app/clock.h"
#include "app/configuration/configuration_file.h"
#include "app/configuration/input.h"
#include "app/exit_status.h"
#include "app/printed.h"
#include "mail/outbound/template_values.h"
#include "mail/outbound/templates.h"
#include "store/outbox.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

/// Whose mail it is.
struct Face {
  std::string name = "Example Agency";
  std::string zone = "America/New_York";
  std::string from = "support@desk.example";
  text::TemplateSources templates;
};

Face face_of(const desk::Configuration& configuration) {
  return {configuration.profile.name, configuration.hours.zone, configuration.profile.mail_from,
          configuration.mail_templates};
}

/// From the file that is named, else from the desk, else as built in.
std::expected<Face, std::string> find_face(const Config& config, const std::string& file,
                                           const ZoneSource& zones) {
  std::string text;
  std::string place = file;
  if (!file.empty()) {
    auto read = read_whole(file);
    if (!read) return std::unexpected(read.error());
    text = std::move(*read);
  } else {
    if (!std::filesystem::exists(config.data / "desk.sqlite")) return Face{};
    place = config.data.string();
    const auto told = carry_out(config, {.verb = "export"});
    if (told.error) return std::unexpected(*told.error);
    text = *told.result;
  }
  const auto configuration = read_configuration(text, zones, system_now());
  if (!configuration) return std::unexpected(in_line(configuration.error().front(), place));
  return face_of(*configuration);
}

std::string unknown(const std::string& name, const std::vector<std::string>& known, const char* what) {
  const auto meant = nearest(name, {known.begin(), known.end()});
  return "there is no " + std::string(what) + " \"" + name + "\"; " +
         (meant.empty() ? "punctual mail preview lists them" : "did you mean " + std::string(meant) + "?");
}

int list() {
  std::cout << "Mails:\n";
  for (const auto& kind : mail::kind_names()) std::cout << "  " << kind << '\n';
  std::cout
      << "Templates they are made of, for --source and for [mail.templates] in the desk's configuration:\n";
  for (const auto& name : mail::template_names()) std::cout << "  " << name << '\n';
  std::cout << "What they may name, as {{ref}}; empty where a mail has no such fact:\n";
  for (const auto& name : mail::template_variables())
    std::cout << fmt::format("  {:<28}{}\n", name, mail::meaning_of_value(name));
  return 0;
}

int print_source(const Face& face, const std::string& name) {
  const auto own = face.templates.find("mail/" + name);
  const auto built_in = mail::built_in_template(name);
  if (!built_in) return failed(unknown(name, mail::template_names(), "mail template"), wrong_use);
  std::cout << (own == face.templates.end() ? *built_in : own->second);
  return 0;
}

int print_mail(const Face& face, const PreviewOptions& options, const ZoneSource& zones) {
  const auto kind = store::mail_kind(options.name);
  if (!kind) return failed(unknown(options.name, mail::kind_names(), "mail"), wrong_use);
  const auto now = system_now();
  const auto mail = mail::example_mail(*kind, face.name, *zones.find(face.zone), face.templates, now);
  if (options.part == "html") {
    std::cout << mail.html;
  } else if (options.part == "text") {
    std::cout << mail.text;
  } else {
    std::cout << "From:    " << face.name << " <" << face.from << ">\nSubject: " << mail.subject << "\n\n"
              << mail.text;
  }
  return 0;
}

}  // namespace

int preview_mail(const Config& config, const PreviewOptions& options) {
  if (options.name.empty()) return list();
  const SystemZones zones;
  const auto face = find_face(config, options.file, zones);
  if (!face) return failed(face.error(), options.file.empty() ? failed_running : wrong_use);
  return options.source ? print_source(*face, options.name) : print_mail(*face, options, zones);
}

}  // namespace punctual::app
