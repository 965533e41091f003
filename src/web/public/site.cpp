#include "web/public/site.h"

#include <algorithm>

#include "desk/queries/desk_status.h"

namespace punctual::web {

namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::int64_t most_bytes = 25'000'000;

/// A file's own name without the folders some browsers send along; never a path.
std::string last_part(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  const std::string own(slash == std::string_view::npos ? name : name.substr(slash + 1));
  constexpr std::size_t longest = 200;
  std::string printable;
  for (const char c : own)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) printable += c;
  if (printable.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(printable[end]) & 0xC0U) == 0x80U) --end;
    printable.resize(end);
  }
  return printable.empty() || printable == "." || printable == ".." ? "attachment" : printable;
}

/// Today's holiday by its name, when the desk is closed for it.
std::string holiday_of(const BusinessHours& hours, Date today) {
  const auto found = hours.holidays.find(today);
  return found == hours.holidays.end() || hours.exceptions.contains(today) ? std::string() : found->second;
}

}  // namespace

DeskFace face_of(const desk::Catalogue& catalogue) {
  return {catalogue.profile().name, catalogue.profile().colour};
}

DeskHours hours_of(const desk::Catalogue& catalogue, Instant now) {
  const auto& hours = catalogue.business_hours().hours;
  const auto status = desk::status_of(catalogue.hours(), now);
  const Date today = catalogue.zone().date(now);
  return {catalogue.zone(), hours.week_on(today), hours.always_open,
          status.open,      status.until,         holiday_of(hours, today)};
}

FormLimits form_limits() {
  return {.bytes = most_bytes, .characters = 100'000};
}

Reply page_reply(int status, std::string html) {
  return {.status = status,
          .content_type = "text/html; charset=utf-8",
          .body = std::move(html),
          .headers = {{"Content-Security-Policy", std::string(page_policy)}}};
}

Reply notice_reply(int status, const NoticePage& notice) {
  return page_reply(status, notice_page_html(notice));
}

Reply too_many_reply(const DeskFace& face) {
  Reply reply = notice_reply(429, too_many_notice(face, 10));
  reply.headers.emplace_back("Retry-After", "600");
  return reply;
}

Reply see_other(const std::string& path) {
  return {.status = 303,
          .content_type = "text/plain; charset=utf-8",
          .body = "See " + path + "\n",
          .headers = {{"Location", path}}};
}

std::string new_nonce() {
  return store::to_base64url(store::random_bytes(18));
}

std::string nonce_of(const Form& form) {
  const auto nonce = form.value("nonce");
  const bool fits = nonce.size() >= 16 && nonce.size() <= 64 && std::ranges::all_of(nonce, [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '-' || c == '_';
                    });
  return fits ? std::string(nonce) : std::string();
}

store::Sha256 content_hash(const desk::Desk& desk, std::string_view path, const Form& form) {
  std::string text(path);
  const auto add = [&](std::string_view part) {
    text += '\n';
    text += std::to_string(part.size());
    text += ':';
    text += part;
  };
  for (const auto& [name, value] : form.fields)
    if (name != "nonce") {
      add(name);
      add(value);
    }
  for (const auto& file : form.files)
    if (file.size > 0) add(file.sha256);
  return desk.sign("posted form", text);
}

namespace {

/// Not an untouched file field.
bool is_chosen(const Upload& upload) {
  return upload.size > 0 || !upload.name.empty();
}

}  // namespace

std::expected<std::vector<store::KeptFile>, std::string> keep_uploads(Api& api, const Request& request) {
  const Form& form = request.form.value();
  std::vector<store::KeptFile> kept;
  std::int64_t bytes = 0;
  for (const Upload& upload : form.files) {
    bytes += upload.size;
    if (bytes > most_bytes)
      return std::unexpected("These files are larger than 25 MB together; send fewer or smaller ones.");
  }
  // The disk is everybody's: refused requests keep their files for a while, too.
  if (std::ranges::any_of(form.files, is_chosen) &&
      !api.upload_kilobytes_of_network.allow(network_of(request.peer), request.now,
                                             static_cast<int>(bytes / 1000) + 1))
    return std::unexpected(
        "There were many files from your network just now. Send without them, or again in ten minutes.");
  for (const Upload& upload : form.files)
    if (is_chosen(upload))
      kept.push_back({last_part(upload.name), upload.sha256, upload.size,
                      api.desk.blobs().keep(upload.path, upload.sha256)});
  return kept;
}

std::optional<std::vector<store::KeptFile>> together(std::vector<store::KeptFile> stashed,
                                                     const std::vector<store::KeptFile>& uploads) {
  for (const auto& upload : uploads) {
    const bool known = std::ranges::any_of(
        stashed, [&](const auto& kept) { return kept.name == upload.name && kept.sha256 == upload.sha256; });
    if (!known) stashed.push_back(upload);
  }
  std::int64_t bytes = 0;
  for (const auto& file : stashed) bytes += file.size;
  if (bytes > most_bytes || stashed.size() > form_limits().files) return std::nullopt;
  return stashed;
}

Answer stash_and_show(std::string nonce, std::vector<store::KeptFile> uploads, Instant now,
                      std::function<Reply()> show) {
  if (uploads.empty()) return show();
  return Write{[nonce = std::move(nonce), uploads = std::move(uploads), now](store::Session& session) {
                 const auto files = together(store::read_stash(session, nonce, now), uploads);
                 if (!files) return store::Keep::discard;
                 store::delete_stash(session, nonce);
                 store::insert_stash(session, nonce, *files, now, now + std::chrono::hours{1});
                 return store::Keep::commit;
               },
               [show = std::move(show)](store::Written) { return show(); }};
}

std::vector<KeptFile> shown_files(const std::vector<store::KeptFile>& files) {
  std::vector<KeptFile> shown;
  for (const auto& file : files) shown.push_back({file.name, file.size});
  return shown;
}

Answer off_the_loop(const Request& request, std::function<Answer(const Request&)> post) {
  if (!request.form || request.form->files.empty()) return post(request);
  // The request outlives the answer's work: the server keeps it, with its files, until the answer is out.
  return Slow{[&request, post = std::move(post)] { return post(request); }};
}

std::vector<Route> public_routes(Api& api) {
  return {
      open_route(api, Method::get, "/", Body::none, support_page),
      open_route(api, Method::post, "/requests", Body::form, take_request),
      open_route(api, Method::get, "/r/{token}", Body::none, private_page),
      open_route(api, Method::post, "/r/{token}/replies", Body::form, take_answer),
      open_route(api, Method::post, "/r/{token}/rating", Body::form, take_rating),
      open_route(api, Method::get, "/e/{token}", Body::none, estimate_page),
      open_route(api, Method::post, "/e/{token}", Body::form, decide_estimate),
      open_route(api, Method::get, "/s/{token}", Body::none, statement_page),
      open_route(api, Method::get, "/s/{token}/csv", Body::none, statement_table),
      open_route(api, Method::get, "/r/{token}/attachments/{attachment}", Body::none, private_attachment),
      open_route(api, Method::get, "/password", Body::none, forgot_page),
      open_route(api, Method::post, "/password", Body::form, ask_for_reset),
      open_route(api, Method::get, "/password/{token}", Body::none, new_password_page),
      open_route(api, Method::post, "/password/{token}", Body::form, set_new_password),
      open_route(api, Method::get, "/assets/{name}", Body::none, asset_file),
      open_route(api, Method::get, "/staff", Body::none, staff_app),
      open_route(api, Method::get, "/staff/", Body::none, staff_app),
      open_route(api, Method::get, "/staff/{a}", Body::none, staff_app),
      open_route(api, Method::get, "/staff/{a}/{b}", Body::none, staff_app),
      open_route(api, Method::get, "/staff/{a}/{b}/{c}", Body::none, staff_app),
  };
}

}  // namespace punctual::web
