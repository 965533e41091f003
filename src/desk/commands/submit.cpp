#include "desk/commands/submit.h"

#include <algorithm>
#include <array>

#include "desk/commands/turn.h"
#include "desk/text/one_line.h"
#include "store/journal.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

constexpr std::size_t longest_description = 100'000;
constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_address = 2000;
constexpr std::size_t most_copies = 10;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Control characters other than tab and line ends: never typed by a person, refused before they reach a
/// header.
bool has_control(std::string_view text, bool lines_allowed) {
  return std::ranges::any_of(text, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0x7f) return true;
    if (byte >= 0x20) return false;
    return !lines_allowed || (c != '\t' && c != '\n' && c != '\r');
  });
}

struct Check {
  std::vector<FieldProblem> problems;

  void line(const char* field, std::string_view value, const char* missing) {
    const auto text = trimmed(value);
    if (text.empty() && missing) problems.push_back({field, missing});
    if (text.size() > longest_line)
      problems.push_back({field, "This is too long; 300 characters are the most."});
    if (has_control(text, false) || text::turns_lines(text))
      problems.push_back({field, "This contains characters that cannot be printed; remove them."});
  }

  void web_address(const char* field, std::string_view value, const char* missing) {
    const auto text = trimmed(value);
    if (text.empty()) {
      if (missing) problems.push_back({field, missing});
    } else if (!is_web_address(text)) {
      problems.push_back({field, "This is not a web address; write it like https://www.example.com."});
    }
  }
};

event::Submitted event_of(const NewRequest& request) {
  event::Submitted event;
  event.contact_name = trimmed(request.name);
  event.contact_email = trimmed(request.email);
  event.company = trimmed(request.company);
  for (const auto& copy : request.cc) event.cc.emplace_back(trimmed(copy));
  event.site = trimmed(request.site);
  event.page = trimmed(request.page);
  event.live = request.live;
  event.description = request.description;
  event.impact = request.impact.value();
  event.source = request.source;
  event.verified = request.source != Source::form;
  return event;
}

}  // namespace

bool is_web_address(std::string_view text) {
  std::string_view rest;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.size() > scheme.size() &&
        std::ranges::equal(text.substr(0, scheme.size()), scheme,
                           [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; }))
      rest = text.substr(scheme.size());
  }
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.empty() || text.size() > longest_address) return false;
  if (host.front() == '.' || host.front() == ':' || host.find('@') != std::string_view::npos) return false;
  if (const auto colon = host.rfind(':'); colon != std::string_view::npos && host.back() != ']') {
    const auto port = host.substr(colon + 1);
    if (port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos ||
        std::stoi("0" + std::string(port)) > 65535)
      return false;
  }
  return std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || c == '"' || c == '<' || c == '>' ||
           c == '\\' || c == '`' || c == '{' || c == '}' || c == '|' || c == '^';
  });
}

bool is_mail_address(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || text.size() > 254) return false;
  const auto local = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  // What every mail server takes: ASCII without what would need quoting. Anything else would be received and
  // never answered.
  const auto plain = [](char c) {
    return c > ' ' && c < 0x7f && std::string_view("()<>[]:;@\\,\"").find(c) == std::string_view::npos;
  };
  const auto dotted = [](std::string_view part) {
    return !part.empty() && part.front() != '.' && part.back() != '.' &&
           part.find("..") == std::string_view::npos;
  };
  const auto of_host = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  if (local.size() > 64 || local.front() == '-' || !dotted(local) || !std::ranges::all_of(local, plain))
    return false;
  return dotted(domain) && domain.find('.') != std::string_view::npos &&
         std::ranges::all_of(domain, of_host) && domain.front() != '-' &&
         domain.find("-.") == std::string_view::npos && domain.find(".-") == std::string_view::npos &&
         domain.back() != '-';
}

std::vector<FieldProblem> problems_of(const NewRequest& request) {
  Check check;
  check.line("name", request.name, "Tell us your name.");
  if (trimmed(request.email).empty())
    check.problems.push_back({"email", "Tell us the address we should answer to."});
  else if (!is_mail_address(trimmed(request.email)))
    check.problems.push_back({"email", "This is not a mail address; write it like name@example.com."});
  check.line("company", request.company, nullptr);
  if (request.cc.size() > most_copies)
    check.problems.push_back({"cc", "At most 10 people can be copied in."});
  for (const auto& copy : request.cc)
    if (!is_mail_address(trimmed(copy))) {
      check.problems.push_back({"cc", "One of these is not a mail address; separate them with commas."});
      break;
    }
  check.web_address("site", request.site, "Tell us which site this is about.");
  check.web_address("page", request.page, nullptr);
  if (trimmed(request.description).empty())
    check.problems.push_back({"description", "Describe what is wrong or what you need."});
  else if (request.description.size() > longest_description)
    check.problems.push_back(
        {"description", "This is too long; 100,000 characters are the most. Attach the rest as a file."});
  else if (has_control(request.description, true))
    check.problems.push_back(
        {"description", "This contains characters that cannot be printed; remove them."});
  if (!request.impact) check.problems.push_back({"impact", "Choose how much this affects your business."});
  return check.problems;
}

namespace {

/// `follows`: the request this one goes on from; id 0: none.
SubmittedTicket record(const Desk& desk, store::Session& session, event::Submitted event,
                       const std::vector<store::KeptFile>& files, const Actor& by, TicketId follows,
                       Instant now) {
  const auto catalogue = desk.catalogue();
  event.contact = {};
  event.client = {};
  std::string policy = catalogue->profile().unknown_policy;
  if (const auto contact = store::find_contact_by_email(session, event.contact_email)) {
    event.contact = contact->id;
    event.client = contact->client;
    if (const auto* client = catalogue->client(contact->client)) policy = catalogue->policy_of(*client, now);
  }
  event.policy = catalogue->policies().in_force(policy, now);
  const Actor actor = by.kind == Actor::Kind::contact ? Actor::contact(event.contact) : by;

  auto turn = Turn::open(desk, session, std::move(event), files, actor, now);
  if (follows) turn.happen(event::Linked{follows, Relation::follows}, actor);
  turn.record();
  return {turn.id(), turn.ticket(), turn.standing()};
}

constexpr const char* files_alone = "(Files without words.)";

}  // namespace

SubmittedTicket submit(const Desk& desk, store::Session& session, const NewRequest& request, const Actor& by,
                       Instant now) {
  return record(desk, session, event_of(request), request.files, by, {}, now);
}

SubmittedTicket follow_up(const Desk& desk, store::Session& session, const FollowUp& written,
                          const std::vector<store::KeptFile>& files, Instant now) {
  event::Submitted event = written.request;
  event.attachments.clear();
  event.source = Source::form;
  event.description = trimmed(written.body).empty() ? files_alone : written.body;
  auto opened = record(desk, session, std::move(event), files, Actor::contact({}), written.before, now);
  auto before = Turn::begin(desk, session, written.before, now);
  before->happen(event::Linked{opened.id, Relation::followed_by}, Actor::contact(written.request.contact));
  before->record();
  return opened;
}

std::optional<SubmittedTicket> as_submitted(const Desk& desk, store::Session& session, TicketId id) {
  auto journal = store::read_journal(session, id);
  if (journal.empty()) return std::nullopt;
  SubmittedTicket result{.id = id, .ticket = evolve({}, journal.front()), .standing = {}};
  result.standing = standing_of(result.ticket, desk.catalogue()->promises(), result.ticket.submitted_at);
  return result;
}

}  // namespace punctual::desk
