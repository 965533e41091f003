#include "mail/outbound/templates.h"

#include <algorithm>

#include "desk/assets/assets.h"
#include "desk/text/wording.h"
#include "mail/outbound/mail_view.h"

namespace punctual::mail {

namespace {

constexpr std::string_view folder = "templates/mail/";
constexpr std::string_view suffix = ".mustache";
constexpr std::string_view own_subject = "{{subject}}\n";

/// The files' names, in order.
std::vector<std::string> files() {
  std::vector<std::string> names;
  for (const auto& asset : all_assets()) {
    if (!asset.path.starts_with(folder) || !asset.path.ends_with(suffix)) continue;
    auto name = asset.path.substr(folder.size());
    name.remove_suffix(suffix.size());
    names.emplace_back(name);
  }
  return names;
}

desk::MailFacts example_facts(store::MailKind kind, std::string desk_name, TimeZone zone, Instant now) {
  using std::chrono::hours;
  const Instant submitted = now - hours{1};
  return {.kind = kind,
          .desk_name = std::move(desk_name),
          .from_address = "support@desk.example",
          .zone = std::move(zone),
          .ref = "P-1042",
          .to_name = "Nora Quist",
          .to_address = "nora@harbour-bakery.example",
          .message_id = "<example@desk.example>",
          .private_url = "https://support.desk.example/r/example",
          .staff_url = "https://support.desk.example/staff/tickets/P-1042",
          .summary = "The checkout ends with an error",
          .verified = true,
          .submitted_at = submitted,
          .answer_by = submitted + hours{4},
          .author = "Milo Adeyemi",
          .body_markdown =
              "Thank you, Nora. The payment provider **refuses** our certificate since this "
              "morning.\n\n- We have asked them for the new one.\n- Until then the order form "
              "takes *invoices*.",
          .expectation = desk::MailFacts::Expectation{"Milo Adeyemi", "The checkout takes cards again today.",
                                                      "We install the certificate and pay for a test order.",
                                                      now + hours{3}},
          .tier = 1,
          .client_name = "Harbour Bakery",
          .contact_name = "Nora Quist",
          .impact = std::string(text::impact_words(Impact::business_stopped)),
          .site = "https://harbour-bakery.example",
          .clock = std::string(text::clock_name(ClockKind::first_reply)),
          .stage_percent = kind == store::MailKind::staff_missed ? 100 : 75,
          .due = submitted + hours{4},
          .assignee = "Milo Adeyemi",
          .why = "Mira Castellanos is away until Tuesday 24 November, 08:00.",
          .estimate =
              desk::MailFacts::Estimate{.number = 1,
                                        .plan = "We move the shop to the *new* payment provider.",
                                        .lines = {{"Set up the provider", "", 180},
                                                  {"Test orders, and the switch at night", "emergency", 90}},
                                        .covered = 120,
                                        .extra = 150,
                                        .price = "337.50 USD",
                                        .expires_at = now + std::chrono::days{14},
                                        .url = "https://support.desk.example/e/example",
                                        .answer = "approved",
                                        .decided_by = "Nora Quist"},
          .chain_head = "5f1d7a84db735a9f2b2f64c0c8a3b6e1d9e3aa0b7c4f8d2e6a1b3c5d7e9f0a2b"};
}

/// All that any mail's templates may name.
text::Shape shape_of_all() {
  auto all = text::shape_of<MailView>();
  for (const auto& other : {text::shape_of<AccountMailView>(), text::shape_of<RotaMailView>(),
                            text::shape_of<AgreementMailView>()})
    for (std::size_t i = 0; i < other.names.size(); ++i) {
      if (std::ranges::find(all.names, other.names[i]) != all.names.end()) continue;
      all.names.push_back(other.names[i]);
      all.items.push_back(other.items[i]);
    }
  return all;
}

/// What the template of that name reads: of its kind, or of any where several share it.
text::Shape shape_of(std::string_view name) {
  const auto kind = store::mail_kind(name.substr(0, name.find('.')));
  if (!kind) return shape_of_all();
  switch (store::family_of(*kind)) {
    case store::MailFamily::account:
      return text::shape_of<AccountMailView>();
    case store::MailFamily::rota:
      return text::shape_of<RotaMailView>();
    case store::MailFamily::agreement:
      return text::shape_of<AgreementMailView>();
    case store::MailFamily::ticket:
      break;
  }
  return text::shape_of<MailView>();
}

RenderedMail example_account_mail(store::MailKind kind, std::string desk_name, TimeZone zone,
                                  const text::TemplateSources& own, Instant now) {
  const desk::AccountMailFacts facts{.kind = kind,
                                     .desk_name = std::move(desk_name),
                                     .from_address = "support@desk.example",
                                     .zone = std::move(zone),
                                     .to_name = "Milo Adeyemi",
                                     .to_address = "milo@desk.example",
                                     .message_id = "<example@desk.example>",
                                     .inviter = "Max Thorne",
                                     .password_page = "https://support.desk.example/password",
                                     .templates = own};
  const desk::WorkingLink link{"https://support.desk.example/password/example", now + std::chrono::days{7}};
  return render_mail(facts, kind == store::MailKind::password_changed ? std::nullopt : std::optional(link),
                     now);
}

RenderedMail example_rota_mail(store::MailKind kind, std::string desk_name, const TimeZone& zone,
                               const text::TemplateSources& own, Instant now) {
  using store::MailKind;
  const bool to_manager = kind == MailKind::time_off_requested || kind == MailKind::time_off_withdrawn;
  const Date today = zone.date(now);
  const auto day = [&](int days) { return text::date_words(today + std::chrono::days{days}, today); };
  desk::RotaMailFacts facts{.kind = kind,
                            .desk_name = std::move(desk_name),
                            .from_address = "support@desk.example",
                            .to_name = to_manager ? "Max Thorne" : "Milo Adeyemi",
                            .to_address = "staff@desk.example",
                            .message_id = "<example@desk.example>",
                            .person = "Milo Adeyemi",
                            .state = "granted",
                            .by = to_manager ? "" : "Max Thorne",
                            .dates = day(14) + " to " + day(16),
                            .note = "My sister gets married.",
                            .answer = to_manager ? "" : "Enjoy it.",
                            .swap = {},
                            .url = "https://support.desk.example/staff/time-off",
                            .templates = own};
  if (kind == MailKind::time_off_requested) facts.state = "requested";
  if (kind == MailKind::time_off_withdrawn) facts.state = "withdrawn";
  if (kind == MailKind::swap) facts.state = "agreed";
  if (kind == MailKind::staff_hand_off) {
    facts.dates = "from " + day(0) + ", 17:00 to " + day(4) + ", 08:00";
    facts.left = {{"P-1042", "The checkout ends with an error", day(1) + ", 12:00", "Mira Castellanos",
                   "At work from " + day(1) + ", 08:00. In the client's pod.",
                   "https://support.desk.example/staff/tickets/P-1042"}};
    facts.own = true;
    facts.until = day(0) + ", 17:00";
    facts.url = "https://support.desk.example/staff/hand-offs";
  }
  if (!to_manager) facts.swap = {{"", day(18) + ", 08:00–17:00", day(14)}};
  return render_mail(facts);
}

RenderedMail example_agreement_mail(store::MailKind kind, std::string desk_name, const TimeZone& zone,
                                    const text::TemplateSources& own, Instant now) {
  const Date today = zone.date(now);
  return render_mail(
      desk::AgreementMailFacts{.kind = kind,
                               .desk_name = std::move(desk_name),
                               .from_address = "support@desk.example",
                               .to_name = "Nora Quist",
                               .to_address = "nora@harbour-bakery.example",
                               .message_id = "<example@desk.example>",
                               .client = "Harbour Bakery",
                               .number = "2026-0012",
                               .month = text::month_words(today - std::chrono::days{31}),
                               .total = "337.50 USD",
                               .percent = 80,
                               .left = "4 h",
                               .granted = "20 h",
                               .until = text::day_words(today + std::chrono::days{14}),
                               .beyond = "Nothing beyond it is charged before you have approved it.",
                               .url = "https://support.desk.example/s/example",
                               .templates = own});
}

}  // namespace

std::vector<std::string> kind_names() {
  constexpr std::string_view plain = ".txt";
  std::vector<std::string> names;
  for (const auto& name : files())
    if (name.ends_with(plain))
      if (const auto stem = name.substr(0, name.size() - plain.size()); store::mail_kind(stem))
        names.push_back(stem);
  return names;
}

std::vector<std::string> template_names() {
  auto names = files();
  for (const auto& kind : kind_names()) names.push_back(kind + ".subject");
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> template_variables() {
  const auto shape = shape_of_all();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < shape.names.size(); ++i) {
    if (shape.items[i].names.empty()) names.emplace_back(shape.names[i]);
    for (const auto inner : shape.items[i].names)
      names.push_back(std::string(shape.names[i]) + "." + std::string(inner));
  }
  return names;
}

std::optional<std::string> built_in_template(std::string_view name) {
  if (name.ends_with(".subject") && store::mail_kind(name.substr(0, name.find('.'))))
    return std::string(own_subject);
  const auto* asset = find_asset(std::string(folder).append(name).append(suffix));
  return asset ? std::optional(std::string(asset->plain)) : std::nullopt;
}

std::vector<text::TemplateProblem> template_problems(std::string_view name, std::string_view source,
                                                     const text::TemplateSources& own) {
  std::vector<std::string> partials;
  for (const auto& known : template_names())
    if (!known.ends_with(".subject")) partials.push_back("mail/" + known);
  const auto whole = "mail/" + std::string(name);
  auto found = text::problems_of_source(whole, source, shape_of(name), partials);
  if (found.empty())
    if (const auto problem = text::parse_problem(whole, own)) found.push_back({1, *problem});
  return found;
}

RenderedMail example_mail(store::MailKind kind, std::string desk_name, TimeZone zone,
                          const text::TemplateSources& own, Instant now) {
  switch (store::family_of(kind)) {
    case store::MailFamily::account:
      return example_account_mail(kind, std::move(desk_name), std::move(zone), own, now);
    case store::MailFamily::rota:
      return example_rota_mail(kind, std::move(desk_name), zone, own, now);
    case store::MailFamily::agreement:
      return example_agreement_mail(kind, std::move(desk_name), zone, own, now);
    case store::MailFamily::ticket:
      break;
  }
  auto facts = example_facts(kind, std::move(desk_name), std::move(zone), now);
  facts.templates = own;
  return render_mail(facts, now);
}

}  // namespace punctual::mail
