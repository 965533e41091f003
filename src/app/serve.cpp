#include "app/serve.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <system_error>
#include <thread>

#include "app/admin_socket.h"
#include "app/admin_verbs.h"
#include "app/backups/schedule.h"
#include "app/clock.h"
#include "app/configuration/agreement_form.h"
#include "app/demo/demo_desk.h"
#include "app/demo/seed.h"
#include "app/folder.h"
#include "app/log.h"
#include "app/metrics.h"
#include "app/routes.h"
#include "app/smtp_url.h"
#include "desk/access/sign_in.h"
#include "desk/queries/account_mail.h"
#include "desk/queries/read_mail_facts.h"
#include "desk/queries/rota_mail.h"
#include "desk/text/template.h"
#include "desk/text/wording.h"
#include "mail/outbound/drain.h"
#include "mail/outbound/message.h"
#include "mail/outbound/render.h"
#include "mail/outbound/smtp_transport.h"
#include "store/backups.h"
#include "store/migrations/migrations.h"
#include "store/zones/system_zones.h"
#include "timers/timer_loop.h"
#include "web/api/api.h"
#include "web/public/refuse.h"

namespace punctual::app {

namespace {

constexpr auto grace = std::chrono::seconds{10};

/// Whose pages may change something with a cookie: the base URL, and on loopback all its names at this port.
std::vector<std::string> origins_of(const Config& config, std::uint16_t port) {
  std::vector<std::string> origins{config.base_url};
  const std::string suffix = port == 80 ? "" : ":" + std::to_string(port);
  if (config.host == "localhost" || config.host == "127.0.0.1" || config.host == "::1")
    for (const char* host : {"http://localhost", "http://127.0.0.1", "http://[::1]"})
      origins.push_back(host + suffix);
  return origins;
}

web::RenderedMail shown(const mail::RenderedMail& mail, const mail::Heading& heading, Instant date) {
  const auto message = mail::build_message(mail, heading, date);
  const auto headers = message ? message->bytes.substr(0, message->bytes.find("\r\n\r\n")) : message.error();
  return {mail.subject, headers, mail.text, mail.html};
}

/// By these links somebody reads or decides as the contact the mail is for: where mail goes out, they are in
/// it alone.
void keep_to_its_reader(const desk::Desk& desk, std::string& url) {
  const auto& options = desk.options();
  if (options.mail_kept_here) return;
  for (const char* page : {"/e/", "/s/"})
    if (url.starts_with(options.base_url + page)) url = options.base_url + page + "only-in-the-mail";
}

std::optional<web::RenderedMail> rendered(const desk::Desk& desk, store::Session& session,
                                          const store::OutboxRow& row) {
  switch (store::family_of(row.kind)) {
    case store::MailFamily::account: {
      const auto facts = desk::read_account_mail_facts(desk, session, row);
      const auto link = desk::link_to_pass_on(desk, session, row, system_now());
      return shown(mail::render_mail(facts, link, row.created_at), facts, row.created_at);
    }
    case store::MailFamily::rota: {
      const auto facts = desk::read_rota_mail_facts(desk, session, row);
      if (!facts) return std::nullopt;
      return shown(mail::render_mail(*facts), *facts, row.created_at);
    }
    case store::MailFamily::agreement: {
      auto facts = desk::read_agreement_mail_facts(desk, session, row, desk::MailReading::to_show);
      if (!facts) return std::nullopt;
      keep_to_its_reader(desk, facts->url);
      return shown(mail::render_mail(*facts), *facts, row.created_at);
    }
    case store::MailFamily::ticket:
      break;
  }
  auto facts = desk::read_mail_facts(desk, session, row);
  if (!facts) return std::nullopt;
  if (facts->estimate) keep_to_its_reader(desk, facts->estimate->url);
  return shown(mail::render_mail(*facts, row.created_at), *facts, row.created_at);
}

std::unique_ptr<mail::Transport> smtp_of(const Config& config) {
  return mail::make_smtp_transport(smtp_settings(config.smtp_url, config.smtp_tls, config.smtp_ca_file)
                                       .value());  // read_config has checked it
}

/// Blocks SIGTERM and SIGINT in this thread and all it starts, so that `wait_for_end` gets them.
sigset_t hold_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

void print_addresses(const Config& config, const desk::Desk& desk, Demo demo) {
  std::cout << "public page   " << config.base_url << "/\n"
            << "staff app     " << config.base_url << "/staff/\n";
  if (config.smtp_url.empty())
    std::cout << "outgoing mail " << config.base_url
              << "/staff/mail (managers; no SMTP server is configured)\n";
  if (demo == Demo::yes)
    for (const auto& person : demo::demo_people(desk))
      std::cout << "person " << to_text(person.role) << ' ' << person.name << " <" << person.email << "> "
                << person.password << '\n';
  std::cout.flush();
}

std::unique_ptr<BackupSchedule> backups_of(const Config& config, const HeldDesk& held,
                                           const desk::Desk& desk) {
  if (config.backup.folder.empty()) return nullptr;
  return std::make_unique<BackupSchedule>(
      BackupSchedule::Parts{.held = held,
                            .plan = config.backup,
                            .zone = [&] { return desk.catalogue()->zone(); },
                            .last = [&] { return store::last_scheduled_backup_at(desk.reader()); },
                            .log = log_of("backup")});
}

web::ScheduledBackups lent(const BackupPlan& plan, BackupSchedule& backups) {
  return {.folder = plan.folder.string(),
          .at = text::clock_words(plan.minute_of_day, ClockFace::of_24_hours),
          .keep = plan.keep,
          .next = [&] { return backups.next(); },
          .begin_now = [&] { return backups.begin_now(); }};
}

web::ServerOptions server_options(const Config& config, const desk::Desk& desk) {
  return {.host = config.host,
          .port = config.port,
          .threads = config.threads,
          .trusted_proxies = config.trusted_proxies,
          .upload_folder = desk.blobs().incoming(),
          .now = system_now,
          .log = log_of("http")};
}

/// Changed hours and people are read at once, and running tickets follow.
std::function<void()> followed_by(desk::Desk& desk, timers::TimerLoop& timers) {
  return [&] {
    try {
      desk.reload(desk.reader());
    } catch (const std::exception& error) {
      log_line(std::string("a change is saved but could not be read yet: ") + error.what());
    }
    timers.wake();  // reads them where that failed
  };
}

/// False when the folder holds no desk and none may be made of it.
bool prepare(desk::Desk& desk, store::Writer& writer, Demo demo) {
  // A demo desk that was cut off while it was made is finished whatever the flag says.
  if ((demo == Demo::yes || desk::has_profile(desk.reader())) && demo::needs_seed(desk.reader())) {
    log_line("the data folder is empty or half made: making the demo desk");
    demo::seed_demo(desk, writer, system_now(), log_line);
  }
  if (!desk::has_profile(desk.reader())) {
    log_line(
        "the data folder holds no desk yet; make yours with punctual apply, or start once with --demo to "
        "finish "
        "the demo desk in it");
    return false;
  }
  if (!desk.has_catalogue()) desk.reload(desk.reader());
  return true;
}

/// What web needs of the process; all of it outlives the server.
void lend(web::Api& api, const Config& config, const desk::Desk& desk, store::Writer& writer) {
  api.render_mail = [&](store::Session& session, const store::OutboxRow& row) {
    return rendered(desk, session, row);
  };
  api.later = [&](store::Work work) { (void)writer.submit(std::move(work), [](store::Written) {}); };
  api.stopped_writing = [&] { return writer.stopped_writing(); };
  api.metrics = [&desk, &writer, folder = config.backup.folder] {
    return metrics_text(desk, writer, folder, system_now());
  };
}

mail::Drain::Parts drain_parts(const desk::Desk& desk, store::Writer& writer, mail::Transport& transport) {
  using store::OutboxRow;
  using store::Session;
  return {.database = desk.database().string(),
          .writer = writer,
          .transport = transport,
          .of_ticket = [&desk](Session& session,
                               const OutboxRow& row) { return desk::read_mail_facts(desk, session, row); },
          .of_account =
              [&desk](Session& session, const OutboxRow& row) {
                return desk::read_account_mail(desk, session, row, system_now());
              },
          .of_rota = [&desk](Session& session,
                             const OutboxRow& row) { return desk::read_rota_mail_facts(desk, session, row); },
          .of_agreement =
              [&desk](Session& session, const OutboxRow& row) {
                return desk::read_agreement_mail_facts(desk, session, row, desk::MailReading::to_send);
              },
          .now = system_now,
          .log = log_of("mail")};
}

/// The first page shows the average; on a large desk it is read while the rest starts.
void read_ahead(desk::Averages& averages, const desk::Desk& desk) {
  try {
    store::Session session(desk.database().string(), store::Session::Mode::read_only);
    (void)averages.read(session, system_now());
  } catch (const std::exception&) {  // who asks for it is told
  }
}

int run(Config config, Demo demo) {
  const sigset_t signals = hold_signals();
  if (demo == Demo::no && !std::filesystem::exists(config.data / "desk.sqlite")) {
    log_line(config.data.string() +
             ": this data folder holds no desk yet; make yours in it with punctual apply, start once with "
             "--demo to "
             "make the demo desk, or name another with --data DIR");
    return 1;
  }
  auto folder = DataFolder::hold(config.data);
  if (!folder) {
    log_line(config.data.string() +
             ": another desk is running on this data folder; stop it first, or name another");
    return 1;
  }
  const SystemZones zones;
  desk::Desk desk({.data = folder->path(),
                   .base_url = config.base_url,
                   .mail_from = config.mail_from,
                   .forms_per_network = config.forms_per_network,
                   .mail_kept_here = config.smtp_url.empty()},
                  folder->key(), zones);
  {
    store::Session session(desk.database().string(), store::Session::Mode::read_write);
    store::migrate(session);
  }
  store::Writer writer(desk.database().string(), {.log = log_of("writer")});

  desk::Averages averages;
  std::jthread first_average;
  if (!demo::needs_seed(desk.reader())) first_average = std::jthread([&] { read_ahead(averages, desk); });
  web::Api api{.desk = desk,
               .averages = averages,
               .secure = config.base_url.starts_with("https://"),
               .now = system_now};
  lend(api, config, desk, writer);

  const HeldDesk held{
      {folder->path()}, desk.blobs(), [&](store::Work work) { return writer.write(std::move(work)); },
      system_now,       desk,         [&] { api.catalogue_changed(); }};
  api.agreement_edits = agreement_edits(held);
  const auto backups = backups_of(config, held, desk);
  if (backups) api.backups = lent(config.backup, *backups);

  web::Server server(
      server_options(config, desk), routes_of(api), writer,
      [&](web::Fault fault, const web::Request& request) { return web::refuse(api, fault, request); });
  api.origins = origins_of(config, server.port());
  server.start();

  timers::TimerLoop timers({desk, writer, system_now, log_of("timers")});
  api.catalogue_changed = followed_by(desk, timers);
  const auto transport = config.smtp_url.empty() ? nullptr : smtp_of(config);
  std::optional<mail::Drain> drain;  // without a server mails are kept from the start, and waiting ones wait
  if (transport) drain.emplace(drain_parts(desk, writer, *transport));
  AdminSocket admin(
      folder->path(),
      [&](const std::string& line, const AdminSocket::Say& say) { return admin_answer(line, held, say); },
      busy_answer());
  if (!prepare(desk, writer, demo)) {
    server.stop(grace);
    return 1;
  }
  if (config.log_format == LogFormat::text) print_addresses(config, desk, demo);  // programs read every line
  writer.on_commit([&] {
    server.wake_streams();
    timers.wake();
    if (drain) drain->wake();
  });
  timers.start();
  if (drain) drain->start();
  if (backups) backups->start();
  api.ready = true;
  log_line("ready at " + config.base_url +
           (api.secure ? "" : "; cookies go over plain http, so use it on this machine or behind TLS"));

  int signal = 0;
  sigwait(&signals, &signal);
  log_line("stopping: finishing what was accepted");
  admin.give_up();  // a backup takes longest to end: it is told first
  if (backups) backups->give_up();
  server.stop(grace);
  if (backups) backups->stop();
  if (drain) drain->stop();
  timers.stop();
  writer.stop();  // before what its listeners wake goes away
  log_line("ended; what was accepted is finished");
  return 0;
}

}  // namespace

int serve(const Config& config, Demo demo) {
  write_log_as(config.log_format);
  try {
    return run(config, demo);
  } catch (const std::exception& error) {
    log_line(error.what());
    return 1;
  }
}

}  // namespace punctual::app
