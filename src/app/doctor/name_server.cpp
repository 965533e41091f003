#include "app/doctor/name_server.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

#include <array>
#include <charconv>
#include <string_view>

namespace punctual::app::doctor {

namespace {

constexpr int most_bytes = 16 * 1024;
constexpr std::uint16_t usual_port = 53;

/// An address is either one of four bytes or one of sixteen.
std::vector<int> types_of(Record record) {
  switch (record) {
    case Record::address:
      return {ns_t_a, ns_t_aaaa};
    case Record::mail_exchanger:
      return {ns_t_mx};
    case Record::text:
      return {ns_t_txt};
  }
  return {};
}

/// A text is written in pieces, each with its length in front.
std::string joined(const unsigned char* data, int size) {
  std::string text;
  for (int at = 0; at < size;) {
    const int length = std::min(static_cast<int>(data[at]), size - at - 1);
    text.append(reinterpret_cast<const char*>(data + at + 1), static_cast<std::size_t>(length));
    at += 1 + length;
  }
  return text;
}

std::string read_record(const ns_msg& message, const ns_rr& row) {
  const auto* data = ns_rr_rdata(row);
  const int size = ns_rr_rdlen(row);
  if (ns_rr_type(row) == ns_t_txt) return joined(data, size);
  std::array<char, NS_MAXDNAME> name{};
  if (ns_rr_type(row) == ns_t_mx && size > 2)
    ns_name_uncompress(ns_msg_base(message), ns_msg_end(message), data + 2, name.data(), name.size());
  if (ns_rr_type(row) == ns_t_a && size == 4) ::inet_ntop(AF_INET, data, name.data(), name.size());
  if (ns_rr_type(row) == ns_t_aaaa && size == 16) ::inet_ntop(AF_INET6, data, name.data(), name.size());
  return name.data();
}

}  // namespace

struct NameServer::State {
  struct __res_state resolver{};
};

NameServer::NameServer() : state_(std::make_unique<State>()) {
  ::res_ninit(&state_->resolver);
  state_->resolver.retrans = 2;
  state_->resolver.retry = 2;
}

NameServer::~NameServer() {
  ::res_nclose(&state_->resolver);
}

std::unique_ptr<NameServer> NameServer::at(const std::string& place) {
  const auto colon = place.find(':');
  std::uint16_t port = usual_port;
  if (colon != std::string::npos) {
    const auto [end, error] = std::from_chars(place.data() + colon + 1, place.data() + place.size(), port);
    if (error != std::errc{} || end != place.data() + place.size() || port == 0) return nullptr;
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  if (::inet_pton(AF_INET, place.substr(0, colon).c_str(), &address.sin_addr) != 1) return nullptr;
  auto names = std::make_unique<NameServer>();
  names->state_->resolver.nsaddr_list[0] = address;
  names->state_->resolver.nscount = 1;
  return names;
}

std::expected<std::vector<std::string>, std::string> NameServer::ask(const std::string& name,
                                                                     Record record) const {
  std::vector<std::string> all;
  for (const int type : types_of(record)) {
    auto records = ask_type(name, type);
    if (!records && all.empty()) return records;
    if (records) all.insert(all.end(), records->begin(), records->end());
  }
  return all;
}

std::expected<std::vector<std::string>, std::string> NameServer::ask_type(const std::string& name,
                                                                          int type) const {
  std::vector<unsigned char> answer(most_bytes);
  const int size = ::res_nquery(&state_->resolver, name.c_str(), ns_c_in, type, answer.data(), most_bytes);
  if (size < 0) {
    const int why = state_->resolver.res_h_errno;
    if (why == HOST_NOT_FOUND || why == NO_DATA) return std::vector<std::string>{};
    return std::unexpected("the name server gives no answer");
  }
  ns_msg message;
  if (::ns_initparse(answer.data(), size, &message) != 0)
    return std::unexpected("the name server's answer cannot be read");
  std::vector<std::string> records;
  for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
    ns_rr row;
    if (::ns_parserr(&message, ns_s_an, i, &row) == 0 && ns_rr_type(row) == type)
      records.push_back(read_record(message, row));
  }
  return records;
}

}  // namespace punctual::app::doctor
