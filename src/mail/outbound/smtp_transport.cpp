#include "mail/outbound/smtp_transport.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "mail/outbound/curl_library.h"

namespace punctual::mail {
namespace {

struct Close {
  void operator()(CURL* curl) const { curl_library().cleanup(curl); }
  void operator()(curl_slist* list) const { curl_library().free_all(list); }
};
using Handle = std::unique_ptr<CURL, Close>;
using List = std::unique_ptr<curl_slist, Close>;

struct Reader {
  std::string_view rest;
  static std::size_t read(char* to, std::size_t size, std::size_t count, void* self) {
    auto& rest = static_cast<Reader*>(self)->rest;
    const auto taken = std::min(rest.size(), size * count);
    std::memcpy(to, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
  }
};

// The server's last line is what it thought of the mail.
std::size_t remember_line(char* line, std::size_t size, std::size_t count, void* last) {
  static_cast<std::string*>(last)->assign(line, size * count);
  return size * count;
}

List recipients_of(const std::string& to, const std::vector<std::string>& cc) {
  const auto append = curl_library().append;
  List list{append(nullptr, ("<" + to + ">").c_str())};
  for (const auto& copy : cc) list.reset(append(list.release(), ("<" + copy + ">").c_str()));
  return list;
}

class SmtpTransport final : public Transport {
 public:
  explicit SmtpTransport(SmtpSettings settings) : settings_(std::move(settings)) {
    // curl takes the name after the slash as the desk's own in EHLO.
    if (!settings_.helo.empty()) settings_.url += "/" + settings_.helo;
  }

  Delivery send(const Message& message) override try {
    auto delivery = attempt(message, message.cc);
    // One copy that is refused refuses all with it: its first reader still gets the mail.
    if (delivery.outcome == Delivery::Outcome::refused && !message.cc.empty())
      delivery = attempt(message, {});
    return delivery;
  } catch (const std::runtime_error& no_library) {
    return {Delivery::Outcome::deferred, no_library.what()};
  }

  /// Connects, greets, signs in and leaves.
  std::optional<std::string> probe() {
    curl_.reset(curl_library().init());
    auto* curl = curl_.get();
    if (!curl) return "no connection can be set up";
    set_up(curl);
    const auto set = curl_library().set;
    std::string last_line;
    std::array<char, CURL_ERROR_SIZE> problem{};
    set(curl, CURLOPT_UPLOAD, 0L);
    set(curl, CURLOPT_NOBODY, 1L);
    set(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    set(curl, CURLOPT_HEADERDATA, &last_line);
    set(curl, CURLOPT_ERRORBUFFER, problem.data());
    const auto result = curl_library().perform(curl);
    if (result == CURLE_OK) return std::nullopt;
    return without_addresses(problem[0] ? problem.data() : curl_library().words(result));
  }

  void rest() override { curl_.reset(); }
  void interrupt() override { stopping_ = true; }

 private:
  Delivery attempt(const Message& message, const std::vector<std::string>& cc);
  void set_up(CURL* curl) const;
  static int check(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<SmtpTransport*>(self)->stopping_ ? 1 : 0;
  }

  SmtpSettings settings_;
  Handle curl_;
  std::atomic<bool> stopping_{false};
};

void SmtpTransport::set_up(CURL* curl) const {
  const auto set = curl_library().set;
  const auto tls = settings_.tls;
  const bool checked = tls == SmtpSettings::Tls::required || settings_.url.starts_with("smtps:");
  set(curl, CURLOPT_URL, settings_.url.c_str());
  set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(curl, CURLOPT_USE_SSL,
      static_cast<long>(tls == SmtpSettings::Tls::none            ? CURLUSESSL_NONE
                        : tls == SmtpSettings::Tls::opportunistic ? CURLUSESSL_TRY
                                                                  : CURLUSESSL_ALL));
  set(curl, CURLOPT_SSL_VERIFYPEER, checked ? 1L : 0L);
  set(curl, CURLOPT_SSL_VERIFYHOST, checked ? 2L : 0L);
  if (!settings_.ca_file.empty()) set(curl, CURLOPT_CAINFO, settings_.ca_file.c_str());
  if (!settings_.user.empty()) {
    set(curl, CURLOPT_USERNAME, settings_.user.c_str());
    set(curl, CURLOPT_PASSWORD, settings_.password.c_str());
  }
  set(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings_.connect_time.count()));
  set(curl, CURLOPT_TIMEOUT, static_cast<long>(settings_.whole_time.count()));
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_NOPROXY, "*");
  set(curl, CURLOPT_UPLOAD, 1L);
  set(curl, CURLOPT_NOPROGRESS, 0L);
  set(curl, CURLOPT_XFERINFOFUNCTION, &SmtpTransport::check);
  set(curl, CURLOPT_XFERINFODATA, const_cast<SmtpTransport*>(this));
  set(curl, CURLOPT_READFUNCTION, &Reader::read);
  set(curl, CURLOPT_HEADERFUNCTION, &remember_line);
}

Delivery SmtpTransport::attempt(const Message& message, const std::vector<std::string>& cc) {
  if (stopping_) return {Delivery::Outcome::deferred, "the desk is stopping"};
  if (!curl_) curl_.reset(curl_library().init());
  if (!curl_) return {Delivery::Outcome::deferred, "no connection can be set up"};
  auto* curl = curl_.get();
  curl_library().reset(curl);  // keeps the connection
  set_up(curl);
  const auto set = curl_library().set;
  Reader reader{message.bytes};
  std::string last_line;
  std::array<char, CURL_ERROR_SIZE> problem{};
  const auto from = "<" + message.from + ">";
  const auto recipients = recipients_of(message.to, cc);
  set(curl, CURLOPT_MAIL_FROM, from.c_str());
  set(curl, CURLOPT_MAIL_RCPT, recipients.get());
  set(curl, CURLOPT_READDATA, &reader);
  set(curl, CURLOPT_HEADERDATA, &last_line);
  set(curl, CURLOPT_ERRORBUFFER, problem.data());

  const auto result = curl_library().perform(curl);
  if (result == CURLE_OK) return {Delivery::Outcome::sent, without_addresses(last_line)};
  long code = 0;
  curl_library().info(curl, CURLINFO_RESPONSE_CODE, &code);
  curl_.reset();  // its session is in no known state
  const bool about_us =
      result == CURLE_LOGIN_DENIED || result == CURLE_USE_SSL_FAILED || result == CURLE_ABORTED_BY_CALLBACK;
  if (!about_us && is_refusal(code)) return {Delivery::Outcome::refused, without_addresses(last_line)};
  const std::string_view told = problem[0] ? problem.data() : curl_library().words(result);
  return {Delivery::Outcome::deferred,
          without_addresses(code >= 400 && !last_line.empty() ? std::string_view(last_line) : told)};
}

}  // namespace

bool is_refusal(long code) {
  constexpr std::array about_us = {500L, 502L, 503L, 504L, 530L, 534L, 535L, 538L};
  return code >= 500 && code < 600 && std::ranges::find(about_us, code) == about_us.end();
}

std::string without_addresses(std::string_view words) {
  constexpr std::size_t longest = 200;
  std::string out;
  for (std::size_t at = 0; at < words.size() && out.size() < longest;) {
    const auto end = std::min(words.find_first_of(" \t\r\n", at), words.size());
    const auto word = words.substr(at, end - at);
    if (!word.empty()) {
      if (!out.empty()) out += ' ';
      out += word.find('@') == std::string_view::npos ? word : std::string_view("[address]");
    }
    at = end + 1;
  }
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) c = '?';
  }
  if (out.size() > longest) out.resize(longest);
  return out;
}

std::optional<std::string> smtp_problem(SmtpSettings settings) try {
  return SmtpTransport(std::move(settings)).probe();
} catch (const std::runtime_error& no_library) {
  return no_library.what();
}

std::unique_ptr<Transport> make_smtp_transport(SmtpSettings settings) {
  return std::make_unique<SmtpTransport>(std::move(settings));
}

}  // namespace punctual::mail
