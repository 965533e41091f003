#include "app/configuration/shown_difference.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/coverage/gap_words.h"
#include "desk/text/wording.h"

namespace punctual::app {

namespace {

struct Mark {
  std::string_view change;
  char sign;
  const char* colour;
};
constexpr Mark marks[] = {
    {"added", '+', "\033[32m"}, {"changed", '~', "\033[33m"}, {"removed", '-', "\033[31m"}};
constexpr const char* no_colour = "\033[0m";

std::string counted(const LookJson& look) {
  std::string parts;
  for (const auto& mark : marks)
    if (const auto n = std::ranges::count(look.changes, mark.change, &ChangeJson::change))
      parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", n, mark.change);
  return text::count_words(std::ssize(look.changes), "change", "changes") + ": " + parts + ".";
}

std::string requests(const FollowJson& follow) {
  if (follow.running == 0) return "No requests are running.";
  auto told = fmt::format("Running requests: {} of {} get another due", follow.moved, follow.running);
  if (follow.becoming_late) {
    told += fmt::format(", {} become late (", follow.becoming_late);
    for (std::size_t i = 0; i < follow.late.size(); ++i) told += (i == 0 ? "" : ", ") + follow.late[i];
    told += static_cast<std::size_t>(follow.becoming_late) > follow.late.size() ? " …)" : ")";
  }
  if (follow.no_longer_late) told += fmt::format(", {} are no longer late", follow.no_longer_late);
  return told + ".";
}

}  // namespace

std::string shown(const LookJson& look, Ink ink) {
  std::size_t widest = 0;
  for (const auto& one : look.changes) widest = std::max(widest, one.section.size());
  std::string told = look.state == "none" ? "There is no desk in this folder yet; this makes it.\n\n" : "";
  for (const auto& one : look.changes) {
    const auto& mark = *std::ranges::find(marks, one.change, &Mark::change);
    auto line = one.subject.empty()
                    ? fmt::format("{} {}", mark.sign, one.section)
                    : fmt::format("{} {:<{}}  {}", mark.sign, one.section, widest, one.subject);
    told += ink == Ink::coloured ? mark.colour + line + no_colour : line;
    told += '\n';
    for (const auto& detail : one.details) told += "    " + detail + '\n';
  }
  told += '\n' + counted(look) + '\n';
  if (look.requests) told += requests(*look.requests) + '\n';
  if (!look.opens.empty()) told += opened_words(look.opens, look.opens_more) + '\n';
  for (const auto& line : look.to_confirm) told += "Is this meant? " + line + ".\n";
  return told;
}

}  // namespace punctual::app
