#include "domain/ticket/redaction.h"

#include <algorithm>

namespace punctual {

namespace {

void blank(std::string& text) {
  if (!text.empty()) text = redacted_words;
}

struct WithoutWords {
  Redaction redaction;

  void operator()(event::Submitted& e) const {
    blank(e.description);
    e.page.clear();
    e.attachments.clear();
    if (redaction == Redaction::message) return;
    e.contact = {};
    blank(e.contact_name);
    e.contact_email.clear();
    e.company.clear();
    e.cc.clear();
    if (!e.client) blank(e.site);  // a client's site is the client's
  }
  void operator()(event::ClientReplied& e) const {
    blank(e.body);
    if (e.body.empty()) e.body = redacted_words;  // it was files alone
    e.attachments.clear();
  }
  void operator()(event::Rated& e) const { blank(e.comment); }
  void operator()(event::Replied& e) const {
    if (redaction == Redaction::person) return;
    blank(e.body);
    if (!e.expectation) return;
    blank(e.expectation->what_to_expect);
    blank(e.expectation->next_step);
  }
  void operator()(event::Noted& e) const {
    if (redaction == Redaction::message) blank(e.body);
  }
  void operator()(event::Resolved& e) const {
    if (redaction == Redaction::message) blank(e.message);
  }
  void operator()(event::Estimated& e) const {
    if (redaction == Redaction::person) return;
    blank(e.plan);
    for (EstimateLine& line : e.lines) blank(line.text);
  }
  void operator()(event::EstimateDecided& e) const { blank(e.name); }
  void operator()(auto&) const {}
};

}  // namespace

std::optional<TicketEvent> without_words(const TicketEvent& event, Redaction redaction) {
  TicketEvent left = event;
  std::visit(WithoutWords{redaction}, left);
  return left == event ? std::nullopt : std::optional(std::move(left));
}

std::optional<TicketEvent> without_copies(const TicketEvent& event, std::span<const std::string> addresses) {
  TicketEvent left = event;
  auto* request = std::get_if<event::Submitted>(&left);
  const auto named = [&](const std::string& copy) {
    return std::ranges::find(addresses, copy) != addresses.end();
  };
  if (!request || std::erase_if(request->cc, named) == 0) return std::nullopt;
  return left;
}

}  // namespace punctual
