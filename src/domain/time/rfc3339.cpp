#include "domain/time/rfc3339.h"

#include <cassert>

namespace punctual {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads fixed-width fields from the front; one failure fails the rest.
class Fields {
 public:
  explicit Fields(std::string_view text) : rest_(text) {}

  int digits(std::size_t width) {
    if (rest_.size() < width) return fail();
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }
  void expect(std::string_view any_of) { taken(any_of); }
  char taken(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == any_of.npos) return static_cast<char>(fail());
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  bool complete() const { return ok_ && rest_.empty(); }
  bool ok() const { return ok_; }

 private:
  int fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }
  std::string_view rest_;
  bool ok_ = true;
};

std::optional<Date> read_date(Fields& in) {
  const int year = in.digits(4);
  in.expect("-");
  const int month = in.digits(2);
  in.expect("-");
  const int day = in.digits(2);
  if (!in.ok()) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

void put(std::string& out, int value, int width) {
  auto text = std::to_string(value);
  out.append(static_cast<std::size_t>(width) - text.size(), '0').append(text);
}

const Instant first_writable{std::chrono::sys_days{std::chrono::year{0} / 1 / 1}};
const Instant first_beyond{std::chrono::sys_days{std::chrono::year{10000} / 1 / 1}};

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Fields in(text);
  const auto date = read_date(in);
  return date && in.complete() ? date : std::nullopt;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  Fields in(text);
  const auto date = read_date(in);
  in.expect("Tt");
  const int hour = in.digits(2);
  in.expect(":");
  const int minute = in.digits(2);
  in.expect(":");
  const int second = in.digits(2);
  seconds offset{0};
  const char sign = in.taken("Zz+-");
  if (sign == '+' || sign == '-') {
    const int offset_hours = in.digits(2);
    in.expect(":");
    const int offset_minutes = in.digits(2);
    if (offset_hours > 23 || offset_minutes > 59) return std::nullopt;
    offset = hours{offset_hours} + minutes{offset_minutes};
    if (sign == '-') offset = -offset;
  }
  if (!date || !in.complete() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Instant{date->time_since_epoch() + hours{hour} + minutes{minute} + seconds{second} - offset};
}

bool has_rfc3339(Instant t) {
  return first_writable <= t && t < first_beyond;
}

std::string format_date(Date d) {
  const std::chrono::year_month_day date{d};
  std::string out;
  out.reserve(20);
  put(out, static_cast<int>(date.year()), 4);
  out += '-';
  put(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  out += '-';
  put(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

std::string format_rfc3339(Instant t) {
  assert(has_rfc3339(t));
  const auto day = std::chrono::floor<days>(t);
  const std::chrono::hh_mm_ss time{t - day};
  auto out = format_date(Date{day.time_since_epoch()});
  out += 'T';
  put(out, static_cast<int>(time.hours().count()), 2);
  out += ':';
  put(out, static_cast<int>(time.minutes().count()), 2);
  out += ':';
  put(out, static_cast<int>(time.seconds().count()), 2);
  out += 'Z';
  return out;
}

}  // namespace punctual
