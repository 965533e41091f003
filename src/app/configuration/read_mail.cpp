#include <fmt/format.h>

#include <algorithm>

#include "app/configuration/sections.h"
#include "desk/commands/submit.h"
#include "mail/outbound/templates.h"

namespace punctual::app {

namespace {

constexpr TextRule source{.most = 100'000, .required = true, .lines = true};

/// One's own templates by their short names, checked each by itself and then together.
void read_templates(TomlTable& table, text::TemplateSources& templates) {
  const auto known = mail::template_names();
  std::vector<std::string> written;
  table.each_text(source, [&](std::string_view name, std::string text) {
    if (std::ranges::find(known, name) == known.end()) {
      const auto meant = nearest(name, {known.begin(), known.end()});
      return table.refuse(name, meant.empty()
                                    ? std::string("is no mail template; punctual mail preview lists them")
                                    : fmt::format("is no mail template; did you mean {}?", meant));
    }
    while (text.ends_with('\n')) text.pop_back();
    if (!name.ends_with(".subject")) text += '\n';
    if (name.ends_with(".subject") && text.find('\n') != std::string::npos)
      return table.refuse(name, "a subject has one line; write it in one");
    written.emplace_back(name);
    templates["mail/" + std::string(name)] = std::move(text);
  });
  for (const auto& name : written)
    for (const auto& [line, problem] : mail::template_problems(name, templates["mail/" + name], templates))
      table.refuse(name, fmt::format("line {} of it: {}", line, problem));
}

}  // namespace

void read_mail(TomlTable& file, desk::Configuration& configuration) {
  file.table("mail", [&](TomlTable& table) {
    auto& from = configuration.profile.mail_from;
    if (const auto written = table.text("from", {.most = 254, .required = false}); !written.empty()) {
      from = written;
      if (!desk::is_mail_address(from))
        table.refuse("from", "\"" + from + "\" is not a mail address; write it like support@example.com");
    }
    table.table("templates", [&](TomlTable& own) { read_templates(own, configuration.mail_templates); });
  });
  // What is as it is built in is none of one's own.
  std::erase_if(configuration.mail_templates, [](const auto& own) {
    return mail::built_in_template(std::string_view(own.first).substr(5)) == own.second;
  });
}

}  // namespace punctual::app
