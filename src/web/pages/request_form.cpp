#include "web/pages/request_form.h"

#include <algorithm>
#include <array>

#include "desk/text/wording.h"
#include "web/pages/request_form_view.h"

namespace punctual::web {
namespace {

constexpr std::array impacts = {Impact::business_stopped, Impact::degraded, Impact::low_impact,
                                Impact::cosmetic_or_new};
constexpr std::array<std::string_view, 10> fields = {
    "name", "email", "company", "cc", "site", "page", "description", "live", "impact", "attachments"};

}  // namespace

std::string error_of(const std::vector<FieldError>& errors, std::string_view field) {
  const auto found = std::ranges::find(errors, field, &FieldError::field);
  return found == errors.end() ? std::string{} : found->message;
}

std::string problems_title(const std::vector<FieldError>& errors) {
  if (errors.empty()) return {};
  return errors.size() == 1 ? "One thing needs another look"
                            : std::to_string(errors.size()) + " things need another look";
}

std::vector<ProblemView> problem_views(const std::vector<FieldError>& errors) {
  std::vector<ProblemView> views;
  for (const auto& error : errors) {
    const bool has_place = std::ranges::find(fields, error.field) != fields.end();
    views.push_back({.href = has_place ? error.field : std::string{}, .message = error.message});
  }
  return views;
}

std::vector<KeptView> kept_views(const std::vector<KeptFile>& kept) {
  std::vector<KeptView> views;
  for (const auto& file : kept) views.push_back({.name = file.name, .size = text::size_words(file.size)});
  return views;
}

RequestFormView view_of(const RequestForm& form, const FormLimits& limits) {
  const auto field = [&](std::string_view name, const std::string& value) {
    return FieldView{.id = std::string(name), .value = value, .error = error_of(form.errors, name)};
  };
  RequestFormView view;
  view.nonce = form.nonce;
  view.has_problems = !form.errors.empty();
  view.problems = problem_views(form.errors);
  view.name = field("name", form.name);
  view.email = field("email", form.email);
  view.company = field("company", form.company);
  view.cc = field("cc", form.cc);
  view.site = field("site", form.site);
  view.page = field("page", form.page);
  view.live = {.id = "live",
               .yes = form.live == true,
               .no = form.live == false,
               .error = error_of(form.errors, "live")};
  view.description = {.id = "description",
                      .value = form.description,
                      .error = error_of(form.errors, "description"),
                      .limit = limits.characters};
  view.impact = {.id = "impact", .error = error_of(form.errors, "impact")};
  for (const auto impact : impacts) {
    view.impact.choices.push_back({.value = std::string(to_text(impact)),
                                   .label = std::string(text::impact_words(impact)),
                                   .hint = std::string(text::impact_hint(impact)),
                                   .checked = form.impact == impact});
  }
  view.attachments = {.id = "attachments",
                      .error = error_of(form.errors, "attachments"),
                      .has_kept = !form.kept.empty(),
                      .kept = kept_views(form.kept),
                      .most_bytes = limits.bytes,
                      .most_files = limits.files,
                      .most_size = text::size_words(limits.bytes)};
  return view;
}

}  // namespace punctual::web
