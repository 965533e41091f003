#include "web/http/urlencoded.h"

#include "web/http/pairs.h"
#include "web/http/text.h"

namespace punctual::web {

std::expected<Form, Fault> parse_urlencoded(std::string_view body, const FormLimits& limits) {
  if (body.size() > limits.text_bytes) return std::unexpected(Fault::too_large);
  Form form;
  while (const auto pair = next_pair(body)) {
    if (form.fields.size() == limits.fields) return std::unexpected(Fault::too_large);
    auto name = percent_decoded(pair->name, Plus::space);
    auto value = percent_decoded(pair->value, Plus::space);
    if (!name || !value) return std::unexpected(Fault::malformed);
    if (value->size() > limits.field_bytes) return std::unexpected(Fault::too_large);
    form.fields.emplace_back(*std::move(name), *std::move(value));
  }
  return form;
}

}  // namespace punctual::web
