#include "app/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <limits>

#include "app/backups/kept.h"
#include "store/answers.h"
#include "store/backups.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"

namespace punctual::app {

namespace {

prometheus::MetricFamily gauge(std::string name, std::string help, double value) {
  prometheus::ClientMetric metric;
  metric.gauge.value = value;
  return {std::move(name), std::move(help), prometheus::MetricType::Gauge, {metric}};
}

/// How long something that was due has waited; 0 when nothing has.
double late(std::optional<Instant> due, Instant now) {
  return due && *due < now ? static_cast<double>((now - *due).count()) : 0;
}

prometheus::MetricFamily commit_times(const store::Writer::CommitTimes& times) {
  prometheus::ClientMetric metric;
  std::uint64_t within = 0;
  for (std::size_t i = 0; i < times.within.size(); ++i) {
    within += static_cast<std::uint64_t>(times.within[i]);
    const double bound =
        i < times.bounds_ms.size() ? times.bounds_ms[i] / 1000.0 : std::numeric_limits<double>::infinity();
    metric.histogram.bucket.push_back({within, bound});
  }
  metric.histogram.sample_count = within;
  metric.histogram.sample_sum = times.seconds;
  return {"punctual_commit_seconds",
          "How long transactions took until they were on disk",
          prometheus::MetricType::Histogram,
          {metric}};
}

}  // namespace

std::string metrics_text(const desk::Desk& desk, const store::Writer& writer,
                         const std::filesystem::path& backups, Instant now) {
  auto& session = desk.reader();
  const store::Snapshot snapshot(session);
  const auto unanswered = store::read_unanswered(session);
  std::vector<prometheus::MetricFamily> families{
      gauge("punctual_writer_queue", "Pieces of work that wait for the writer",
            static_cast<double>(writer.queue_depth())),
      gauge("punctual_writer_stopped", "1 after a failed fsync: nothing is written until a restart",
            writer.stopped_writing() ? 1 : 0),
      gauge("punctual_outbox_late_seconds", "How long the oldest mail that should have gone out has waited",
            late(store::next_outbox_at(session), now)),
      gauge("punctual_timers_late_seconds", "How long the oldest stage that should have fired has waited",
            late(store::next_timer_at(session), now)),
      commit_times(writer.commit_times()),
      gauge("punctual_outbox_waiting", "Mails that wait to be sent, those that will be tried again included",
            static_cast<double>(store::count_waiting_mails(session))),
      gauge("punctual_promises_missed_a_day", "Promises missed in the last 24 hours",
            static_cast<double>(store::count_missed_since(session, now - std::chrono::hours{24}))),
      gauge("punctual_late_tickets", "Active tickets whose next due has passed",
            static_cast<double>(store::count_late(session, now))),
      gauge("punctual_unanswered_tickets", "Active tickets without a human reply",
            static_cast<double>(unanswered.count)),
  };
  if (const auto last = store::newest_backups(session, 1); !last.empty()) {
    const auto made = last_kept_backup(session, backups);
    families.push_back(gauge("punctual_backup_failed",
                             "1 when the last backup could not be made, or not whole",
                             last[0].error || !last[0].problems.empty() ? 1 : 0));
    families.push_back(gauge("punctual_backup_made_seconds",
                             "When the newest backup began that is still there, Unix time",
                             made ? static_cast<double>(made->time_since_epoch().count()) : 0));
    families.push_back(
        gauge("punctual_backup_bytes", "Size of the last backup", static_cast<double>(last[0].bytes)));
  }
  for (const auto& [view, count] : store::read_counts(session))
    if (view.starts_with("status:")) {
      auto family = gauge("punctual_tickets", "Tickets by status", static_cast<double>(count));
      family.metric[0].label = {{"status", view.substr(7)}};
      if (families.back().name == family.name)
        families.back().metric.push_back(family.metric[0]);
      else
        families.push_back(std::move(family));
    }
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace punctual::app
