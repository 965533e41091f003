#include "desk/mail_templates.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "store/json/read.h"
#include "store/json/write.h"
#include "store/policies.h"

namespace punctual::desk {

namespace {

constexpr std::string_view setting = "mail_templates";

struct TemplateJson {
  std::string name;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(TemplateJson, (), (name, source))

struct Stored {
  std::vector<TemplateJson> templates;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (templates))

}  // namespace

text::TemplateSources read_mail_templates(store::Session& session) {
  const auto row = store::read_setting(session, setting);
  if (!row) return {};
  const auto stored = json::from_json<Stored>(row->body);
  if (!stored) throw std::runtime_error("the desk's stored mail templates are damaged");
  text::TemplateSources templates;
  for (const auto& [name, source] : stored->templates) templates.emplace(name, source);
  return templates;
}

void write_mail_templates(store::Session& session, const text::TemplateSources& templates, Instant now) {
  Stored stored;
  for (const auto& [name, source] : templates) stored.templates.push_back({name, source});
  store::write_setting(session, setting, json::to_json(stored), now);
}

}  // namespace punctual::desk
