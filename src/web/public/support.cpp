#include "desk/access/private_link.h"
#include "store/access.h"
#include "web/pages/support_page.h"
#include "web/public/site.h"

namespace punctual::web {

namespace {

/// A field people never see. Whoever fills it in is a program, or a browser too eager to help.
constexpr std::string_view honeypot = "website_url";

SupportPage page_of(Api& api, RequestForm form, Instant now) {
  const auto catalogue = api.desk.catalogue();
  const desk::Profile& profile = catalogue->profile();
  SupportPage page{.desk = face_of(*catalogue),
                   .title = profile.title,
                   .greeting = profile.greeting,
                   .now = now,
                   .hours = hours_of(*catalogue, now),
                   .availability_markdown = profile.availability,
                   .out_of_hours_markdown = profile.out_of_hours,
                   .average = {},
                   .goal = profile.goal,
                   .tiers = {},
                   .steps = {},
                   .questions = {},
                   .form = std::move(form),
                   .limits = form_limits()};
  if (const auto average = api.averages.read(api.desk.reader(), now))
    page.average = PublicAverage{average->mean, average->count, desk::average_days};
  const auto& policy = catalogue->policies().row(catalogue->policies().in_force(profile.unknown_policy, now));
  for (int tier = 1; tier <= 4; ++tier)
    page.tiers.push_back({tier, policy.tiers[static_cast<std::size_t>(tier - 1)].first_reply,
                          profile.tiers[static_cast<std::size_t>(tier - 1)].title,
                          profile.tiers[static_cast<std::size_t>(tier - 1)].meaning});
  for (const auto& step : profile.steps) page.steps.push_back({step.title, step.text});
  for (const auto& question : profile.questions)
    page.questions.push_back({question.question, question.answer});
  return page;
}

std::vector<std::string> addresses(std::string_view list) {
  std::vector<std::string> found;
  std::string one;
  for (const char c : std::string(list) + ",") {
    if (c != ',' && c != ';' && c != '\n') {
      one += c;
    } else if (one.find_first_not_of(" \t\r") != std::string::npos) {
      found.push_back(std::exchange(one, {}));
    }
  }
  return found;
}

desk::NewRequest request_of(const Form& form, std::vector<store::KeptFile> files) {
  const auto field = [&](std::string_view name) { return std::string(form.value(name)); };
  const auto live = form.value("live");
  return {.name = field("name"),
          .email = field("email"),
          .company = field("company"),
          .cc = addresses(form.value("cc")),
          .site = field("site"),
          .page = field("page"),
          .live = live == "yes"  ? std::optional(true)
                  : live == "no" ? std::optional(false)
                                 : std::nullopt,
          .description = field("description"),
          .impact = impact_from(form.value("impact")),
          .source = Source::form,
          .files = std::move(files)};
}

/// The form as it was sent, to be shown again.
RequestForm shown_again(const Form& form, const desk::NewRequest& request, const std::string& nonce) {
  const auto field = [&](std::string_view name) { return std::string(form.value(name)); };
  return {.nonce = nonce,
          .name = field("name"),
          .email = field("email"),
          .company = field("company"),
          .cc = field("cc"),
          .site = field("site"),
          .page = field("page"),
          .live = request.live,
          .description = request.description,
          .impact = request.impact,
          .kept = {},
          .errors = {}};
}

Reply refused_page(Api& api, RequestForm form, int status, Instant now) {
  Reply page = page_reply(status, support_page_html(page_of(api, std::move(form), now)));
  if (status == 429) page.headers.emplace_back("Retry-After", "600");
  return page;
}

/// Refused: the page again, with what was typed and the uploads kept for the next try.
Answer refuse(Api& api, RequestForm form, std::vector<store::KeptFile> uploads, int status, Instant now) {
  const std::string nonce = form.nonce;
  return stash_and_show(nonce, std::move(uploads), now, [&api, form = std::move(form), status, now] {
    RequestForm again = form;
    again.kept = shown_files(store::read_stash(api.desk.reader(), form.nonce, now));
    return refused_page(api, std::move(again), status, now);
  });
}

struct Intake {
  desk::NewRequest request;
  std::string nonce;
  store::Sha256 hash{};
  TicketId id;
};

Answer accept(Api& api, std::shared_ptr<Intake> intake, Instant now) {
  return Write{
      [&api, intake, now](store::Session& session) {
        // A resent form is the same request; an edited one is a new request: nothing that was typed
        // is lost.
        const std::string key = intake->nonce + " " + store::to_hex(store::view(intake->hash));
        if (!intake->nonce.empty()) {
          if (const auto given = store::find_answer(session, "form", key, intake->hash)) {
            intake->id = given->ticket;
            return store::Keep::discard;
          }
          if (auto files = together(store::read_stash(session, intake->nonce, now), intake->request.files))
            intake->request.files = std::move(*files);
        }
        intake->id = desk::submit(api.desk, session, intake->request, Actor::contact({}), now).id;
        if (!intake->nonce.empty()) {
          store::delete_stash(session, intake->nonce);
          store::insert_answer(session, "form", key, intake->hash, intake->id, now);
        }
        return store::Keep::commit;
      },
      [&api, intake](store::Written) {
        return see_other("/r/" + desk::private_token(api.desk, intake->id, 1));
      }};
}

Answer post_request(Api& api, const Request& request) {
  const Form& form = request.form.value();
  const std::string given_nonce = nonce_of(form);
  const std::string network = network_of(request.peer);
  auto uploads = keep_uploads(api, request);
  const auto files = uploads ? *uploads : std::vector<store::KeptFile>();
  auto intake = std::make_shared<Intake>();
  intake->request = request_of(form, files);
  RequestForm again = shown_again(form, intake->request, given_nonce.empty() ? new_nonce() : given_nonce);
  if (!uploads)
    again.errors.push_back({"attachments", uploads.error()});
  else if (!together(store::read_stash(api.desk.reader(), given_nonce, request.now), files))
    again.errors.push_back(
        {"attachments", "With the files kept from before these are too many or too large."});
  for (const auto& wrong : desk::problems_of(intake->request))
    again.errors.push_back({wrong.field, wrong.detail});
  if (!intake->request.live)
    again.errors.push_back({"live", "Say whether it happens on the live site: yes or no."});
  if (!form.value(honeypot).empty())
    again.errors.push_back({"",
                            "We took this for a machine's message, because a hidden field was filled in. "
                            "Please send it once more."});
  int status = 422;
  if (again.errors.empty() &&
      !api.forms_of_network.allow_of(api.desk.forms_per_network(), network, request.now)) {
    status = 429;
    again.errors.push_back(
        {"",
         "We took many requests from your network just now. Yours is kept here: send it again "
         "in ten minutes."});
  }
  if (!again.errors.empty()) {
    // Without a nonce nobody comes back for them.
    auto stashed = given_nonce.empty() ? std::vector<store::KeptFile>() : files;
    return refuse(api, std::move(again), std::move(stashed), status, request.now);
  }
  intake->nonce = given_nonce;
  intake->hash = content_hash(api.desk, "/requests", form);
  return accept(api, intake, request.now);
}

}  // namespace

Answer support_page(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  return page_reply(200, support_page_html(page_of(api, {.nonce = new_nonce()}, request.now)));
}

Answer take_request(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto face = face_of(*api.desk.catalogue());
  // The form confers nothing; a page of another site must not fill it in a visitor's name all the same.
  if (!origin_matches(api, request, true))
    return notice_reply(403, refused_notice(face, "This form was sent from another site's page."));
  if (!api.form_tries_of_network.allow(network_of(request.peer), request.now)) return too_many_reply(face);
  return off_the_loop(request, [&api](const Request& posted) { return post_request(api, posted); });
}

}  // namespace punctual::web
