#include "domain/ticket/merging.h"

namespace punctual {

namespace {

std::expected<void, Refusal> refuse(std::string detail) {
  return std::unexpected(Refusal{Refusal::Reason::invalid, "ticket", std::move(detail)});
}

}  // namespace

bool of_one_client(const MergeSide& one, const MergeSide& other) {
  const ClientId client = one.ticket.request.client;
  if (client || other.ticket.request.client) return client == other.ticket.request.client;
  return !one.address_folded.empty() && one.address_folded == other.address_folded;
}

std::expected<void, Refusal> may_merge(const MergeSide& source, const MergeSide& target,
                                       IntoOpenForm into_open_form) {
  if (source.id == target.id)
    return refuse("A ticket cannot be merged into itself; name the one it goes on in.");
  if (target.ticket.status == Status::merged)
    return refuse("That ticket was merged into another itself; name the one it went on in.");
  if (target.ticket.status == Status::spam)
    return refuse("That ticket was marked as spam, which is an end; name one that goes on.");
  if (!of_one_client(source, target))
    return refuse("The two are of different clients, who must not read each other; link them instead.");
  if (is_active(source.ticket.status) && target.ticket.status == Status::resolved)
    return refuse("That ticket is resolved and this one is not; reopen it first, or merge it into this one.");
  if (source.ticket.request.verified && !target.ticket.request.verified &&
      into_open_form == IntoOpenForm::refused)
    return std::unexpected(Refusal{
        Refusal::Reason::invalid, "into_open_form",
        "That ticket came by the open form: whoever sent it, under whatever address, reads every answer "
        "given there. Merge it into this one instead, or say that you know who sent it."});
  return {};
}

}  // namespace punctual
