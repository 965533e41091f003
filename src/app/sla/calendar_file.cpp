#include "app/sla/calendar_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <optional>

#include "app/sla/calendar_json.h"
#include "domain/calendar/weekday_names.h"

namespace punctual::app {
namespace {

namespace json = boost::json;

// A calendar of twenty years with all its holidays is a few kilobytes.
constexpr std::size_t largest = 8 << 20;

std::expected<std::string, std::string> text_of(std::istream& in, const std::string& place) {
  std::string text(largest + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return std::unexpected(place + ": cannot be read; look at the disk it lies on");
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > largest)
    return std::unexpected(place +
                           ": is larger than 8 MB, so it is no calendar; name the file that holds one");
  return text;
}

std::expected<std::string, std::string> text_of_file(const std::string& file) {
  if (file == "-") return text_of(std::cin, "standard input");
  if (std::filesystem::is_directory(file))
    return std::unexpected(file + ": is a folder; name a file, or - for standard input");
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return std::unexpected(fmt::format("{}: {}; name a file with a calendar, or - for standard input", file,
                                       std::strerror(errno)));
  return text_of(in, file);
}

/// "office.json, line 3, column 14"
std::string place_in(std::string_view text, std::size_t at, const std::string& place) {
  const auto before = text.substr(0, at);
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto column = at - (before.rfind('\n') + 1) + 1;
  return fmt::format("{}, line {}, column {}", place, line, column);
}

std::expected<json::value, std::string> parsed(std::string_view text, const std::string& place) {
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    return std::unexpected(place + ": is empty; write a calendar into it (see punctual sla due --help)");
  json::stream_parser parser;
  boost::system::error_code error;
  const auto read = parser.write_some(text.data(), text.size(), error);
  const auto rest = text.find_first_not_of(" \t\r\n", read);
  const bool more = !error && rest != text.npos;
  if (!error && !more) parser.finish(error);
  if (!error && !more) return parser.release();
  const auto problem = more                               ? "something follows the calendar"
                       : error == json::error::incomplete ? "the JSON ends too early"
                                                          : "this is not JSON (" + error.message() + ")";
  return std::unexpected(place_in(text, more ? rest : read, place) + ": " + problem +
                         "; mend it there, or write the calendar anew");
}

using Keys = std::span<const std::string_view>;
constexpr std::string_view members[] = {"time_zone", "weekly", "holidays", "exceptions", "coverage", "union"};

std::optional<std::string> stray(const json::value& value, Keys known, const std::string& place) {
  if (!value.is_object()) return std::nullopt;
  for (const auto& [key, unused] : value.get_object())
    if (std::ranges::find(known, std::string_view(key)) == known.end())
      return fmt::format("{}{} is nothing a calendar has; write one of {}", place, std::string_view(key),
                         fmt::join(known, ", "));
  return std::nullopt;
}

/// A misspelt key. Programs may send more than is asked of them; a person who does has made a slip.
std::optional<std::string> slip(const json::value& calendar, const std::string& place = "calendar.") {
  if (auto found = stray(calendar, members, place)) return found;
  if (!calendar.is_object()) return std::nullopt;
  const auto& object = calendar.get_object();
  if (const auto* weekly = object.if_contains("weekly"))
    if (auto found = stray(*weekly, weekday_keys, place + "weekly.")) return found;
  const auto* all = object.if_contains("union");
  if (all && all->is_array())
    for (const auto& member : all->get_array())
      if (auto found = slip(member, place + "union.")) return found;
  return std::nullopt;
}

}  // namespace

std::expected<Calendar, std::string> read_calendar_file(const std::string& file, const ZoneSource& zones) {
  const auto place = file == "-" ? std::string("standard input") : file;
  const auto text = text_of_file(file);
  if (!text) return std::unexpected(text.error());
  const auto json = parsed(*text, place);
  if (!json) return std::unexpected(json.error());
  if (const auto found = slip(*json)) return std::unexpected(place + ": " + *found);
  auto calendar = batch::read_calendar(*json, zones);
  if (!calendar) return std::unexpected(place + ": " + calendar.error());
  return calendar;
}

}  // namespace punctual::app
