#include "app/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>

#include "app/configuration/input.h"
#include "app/configuration/toml_text.h"
#include "app/smtp_url.h"
#include "desk/commands/submit.h"
#include "web/http/address.h"

namespace punctual::app {

namespace {

using Refusal = std::optional<std::string>;

template <class Integer>
std::optional<Integer> number(std::string_view text, Integer least, Integer most) {
  Integer value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < least ||
      value > most)
    return std::nullopt;
  return value;
}

Refusal take_data(Config& config, std::string_view value) {
  if (value.empty()) return "is empty; name a folder";
  config.data = value;
  return {};
}

Refusal take_listen(Config& config, std::string_view value) {
  const auto colon = value.rfind(':');
  const auto port =
      colon == std::string_view::npos ? std::nullopt : number<int>(value.substr(colon + 1), 0, 65535);
  if (!port || colon == 0)
    return "\"" + std::string(value) +
           "\" is no address to listen on; write HOST:PORT, e.g. localhost:8080 or [::1]:8080";
  config.host = value.substr(0, colon);
  if (config.host.size() > 2 && config.host.front() == '[' && config.host.back() == ']')
    config.host = config.host.substr(1, config.host.size() - 2);
  config.port = static_cast<std::uint16_t>(*port);
  return {};
}

Refusal take_base_url(Config& config, std::string_view value) {
  while (value.ends_with('/')) value.remove_suffix(1);
  const auto path = value.find('/', value.find("://") + 3);
  if (!desk::is_web_address(value) || path != std::string_view::npos ||
      value.find_first_of("?#@") != std::string_view::npos)
    return "\"" + std::string(value) +
           "\" is not the address of a site; write it like https://support.example.com";
  config.base_url = value;
  return {};
}

Refusal take_threads(Config& config, std::string_view value) {
  const auto count = number<int>(value, 1, 64);
  if (!count) return "\"" + std::string(value) + "\" is no number of threads; write 1 to 64";
  config.threads = *count;
  return {};
}

bool is_network(std::string_view text) {
  try {
    (void)web::Networks({std::string(text)});
    return true;
  } catch (const std::invalid_argument&) {
    return false;
  }
}

Refusal take_proxies(Config& config, std::string_view value) {
  config.trusted_proxies.clear();
  for (std::size_t begin = 0; begin <= value.size();) {
    const auto end = std::min(value.find(',', begin), value.size());
    auto one = value.substr(begin, end - begin);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!one.empty() && !is_network(one))
      return "\"" + std::string(one) +
             "\" is no address; list addresses or networks such as 127.0.0.1, 10.0.0.0/8";
    if (!one.empty()) config.trusted_proxies.emplace_back(one);
    begin = end + 1;
  }
  return {};
}

Refusal take_smtp(Config& config, std::string_view value) {
  if (!value.empty())
    if (const auto settings = smtp_settings(value, "auto", ""); !settings) return settings.error();
  config.smtp_url = value;
  return {};
}

Refusal take_smtp_tls(Config& config, std::string_view value) {
  if (value != "auto" && value != "none" && value != "required")
    return "\"" + std::string(value) + "\" is not known; write auto, none or required";
  config.smtp_tls = value;
  return {};
}

Refusal take_smtp_ca(Config& config, std::string_view value) {
  if (!value.empty() && !std::filesystem::is_regular_file(value))
    return std::string(value) + " is no file; name the certificates the mail server is checked with, in PEM";
  config.smtp_ca_file = value;
  return {};
}

Refusal take_from(Config& config, std::string_view value) {
  if (!desk::is_mail_address(value))
    return "\"" + std::string(value) + "\" is not a mail address; write it like support@example.com";
  config.mail_from = value;
  return {};
}

Refusal take_forms(Config& config, std::string_view value) {
  const auto count = number<int>(value, 1, 1'000'000);
  if (!count) return "\"" + std::string(value) + "\" is no number of requests; write 1 or more";
  config.forms_per_network = *count;
  return {};
}

Refusal take_backup_folder(Config& config, std::string_view value) {
  if (!value.empty() && !std::filesystem::path(value).is_absolute())
    return "\"" + std::string(value) + "\" is no absolute path; write one such as /var/backups/punctual";
  config.backup.folder = value;
  return {};
}

Refusal take_backup_at(Config& config, std::string_view value) {
  const auto hour =
      value.size() == 5 && value[2] == ':' ? number<int>(value.substr(0, 2), 0, 23) : std::nullopt;
  const auto minute = hour ? number<int>(value.substr(3), 0, 59) : std::nullopt;
  if (!minute) return "\"" + std::string(value) + "\" is no time of day; write it like 03:00";
  config.backup.minute_of_day = *hour * 60 + *minute;
  return {};
}

Refusal take_backup_keep(Config& config, std::string_view value) {
  const auto count = number<int>(value, 1, 1000);
  if (!count) return "\"" + std::string(value) + "\" is no number of backups; write 1 to 1000";
  config.backup.keep = *count;
  return {};
}

Refusal take_log_format(Config& config, std::string_view value) {
  if (value != "text" && value != "json")
    return "\"" + std::string(value) + "\" is no form of a log; write text or json";
  config.log_format = value == "json" ? LogFormat::json : LogFormat::text;
  return {};
}

constexpr Setting all_settings[] = {
    {"data", "PUNCTUAL_DATA", "the data folder; ./data where none is named", take_data},
    {"listen", "PUNCTUAL_LISTEN", "HOST:PORT to serve on; localhost:8080 where it is not set", take_listen},
    {"base_url", "PUNCTUAL_BASE_URL",
     "the address clients and staff use, links are made of it; where the desk listens", take_base_url},
    {"threads", "PUNCTUAL_THREADS", "threads that serve requests; 2", take_threads},
    {"trusted_proxies", "PUNCTUAL_TRUSTED_PROXIES",
     "addresses whose X-Forwarded-For counts, separated by commas", take_proxies},
    {"mail.smtp_url", "PUNCTUAL_SMTP_URL",
     "the server outgoing mail goes to; without one it stays readable at the desk", take_smtp},
    {"mail.tls", "PUNCTUAL_SMTP_TLS", "TLS to that server: auto, none or required; auto", take_smtp_tls},
    {"mail.ca_file", "PUNCTUAL_SMTP_CA_FILE",
     "certificates to check that server with; the system's where it is not set", take_smtp_ca},
    {"mail.from", "PUNCTUAL_MAIL_FROM", "the sender's address of outgoing mail, instead of the desk's own",
     take_from},
    {"limits.forms_per_network", "PUNCTUAL_LIMITS_FORMS_PER_NETWORK",
     "requests taken by the public form from one network in ten minutes, instead of the desk's own",
     take_forms},
    {"backup.folder", "PUNCTUAL_BACKUP_FOLDER",
     "where the desk makes a backup of itself each day; without one it makes none", take_backup_folder},
    {"backup.at", "PUNCTUAL_BACKUP_AT", "the time of day for that, in the desk's zone; 03:00",
     take_backup_at},
    {"log.format", "PUNCTUAL_LOG_FORMAT", "lines of the log as text for people or json for programs; text",
     take_log_format},
    {"backup.keep", "PUNCTUAL_BACKUP_KEEP", "how many of them are kept; 14", take_backup_keep},
};

const Setting* find(std::string_view key) {
  const auto found = std::ranges::find(all_settings, key, &Setting::key);
  return found == std::end(all_settings) ? nullptr : &*found;
}

std::expected<void, std::string> take_table(Config& config, const toml::table& table,
                                            const std::string& prefix, const std::string& file) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    if (const auto* inner = node.as_table()) {
      if (auto taken = take_table(config, *inner, key + ".", file); !taken) return taken;
      continue;
    }
    const Setting* setting = find(key);
    if (!setting)
      return std::unexpected(file + ": " + key +
                             ": is not a setting; remove it, or see punctual serve --help");
    std::string value;
    if (const auto text = node.value<std::string>(); text && node.is_string()) {
      value = *text;
    } else if (const auto count = node.value<std::int64_t>(); count && node.is_integer()) {
      value = std::to_string(*count);
    } else if (const auto* list = node.as_array()) {
      for (const auto& one : *list) value += (value.empty() ? "" : ",") + one.value_or(std::string("?"));
    } else {
      return std::unexpected(file + ": " + key + ": must be a text or a whole number");
    }
    if (const auto refusal = setting->take(config, value))
      return std::unexpected(file + ": " + key + ": " + *refusal);
  }
  return {};
}

std::expected<void, std::string> take_file(Config& config, const std::filesystem::path& path) {
  const std::string file = path.string();
  const auto text = read_file(file, "name the configuration with --config FILE");
  if (!text) return std::unexpected(text.error());
  try {
    return take_table(config, toml::parse(*text, file), "", file);
  } catch (const toml::parse_error& wrong) {
    return std::unexpected(file + ": line " + std::to_string(wrong.source().begin.line) + ": " +
                           syntax_problem(wrong.description()));
  }
}

/// As it listens; a wildcard is no address anybody can open.
std::string default_base_url(const Config& config) {
  const bool any = config.host == "0.0.0.0" || config.host == "::";
  std::string host = any ? "localhost" : config.host;
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return "http://" + host + (config.port == 80 ? "" : ":" + std::to_string(config.port));
}

}  // namespace

std::span<const Setting> settings() {
  return all_settings;
}

std::expected<Config, std::string> read_config(
    const std::optional<std::filesystem::path>& file, const Environment& environment,
    const std::vector<std::pair<std::string, std::string>>& flags) {
  Config config;
  if (file)
    if (const auto taken = take_file(config, *file); !taken) return std::unexpected(taken.error());
  for (const Setting& setting : all_settings)
    if (const auto value = environment(setting.variable))
      if (const auto refusal = setting.take(config, *value))
        return std::unexpected(std::string(setting.variable) + ": " + *refusal);
  for (const auto& [key, value] : flags)
    if (const auto refusal = find(key)->take(config, value))
      return std::unexpected("--" + key + ": " + *refusal);
  if (config.base_url.empty()) config.base_url = default_base_url(config);
  return config;
}

}  // namespace punctual::app
