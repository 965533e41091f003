#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "desk/commands/submit.h"
#include "web/api/api.h"
#include "web/pages/desk_hours.h"
#include "web/pages/frame.h"
#include "web/pages/notice_page.h"
#include "web/pages/request_form.h"

namespace punctual::web {

/// The public side: the support page, private pages, their forms, and the files they and the staff app are
/// made of.
std::vector<Route> public_routes(Api& api);

// What its parts share.

DeskFace face_of(const desk::Catalogue& catalogue);
DeskHours hours_of(const desk::Catalogue& catalogue, Instant now);
FormLimits form_limits();

/// A page with the strict content security policy.
Reply page_reply(int status, std::string html);
Reply notice_reply(int status, const NoticePage& notice);
Reply too_many_reply(const DeskFace& face);
/// 303 to a path of this desk.
Reply see_other(const std::string& path);

/// A new nonce for a form.
std::string new_nonce();
/// The form's nonce where it is one a page may have come with; empty otherwise.
std::string nonce_of(const Form& form);
/// What makes two posts the same: all fields but the nonce, and the files' contents. Keyed: it is kept for
/// days, and whoever reads the file shall not find out by it what words were that have been redacted.
store::Sha256 content_hash(const desk::Desk& desk, std::string_view path, const Form& form);

/// Uploads made blobs on disk; nothing where they are too many or too large together.
std::expected<std::vector<store::KeptFile>, std::string> keep_uploads(Api& api, const Request& request);
/// The stash and new uploads as one: what was picked twice is one file. Nothing where they are too many or
/// too large.
std::optional<std::vector<store::KeptFile>> together(std::vector<store::KeptFile> stashed,
                                                     const std::vector<store::KeptFile>& uploads);
/// A refused form's uploads are kept for an hour under its nonce, then it is shown again.
Answer stash_and_show(std::string nonce, std::vector<store::KeptFile> uploads, Instant now,
                      std::function<Reply()> show);
std::vector<KeptFile> shown_files(const std::vector<store::KeptFile>& files);

/// Runs `post` on the pool when it has files to write, inline otherwise.
Answer off_the_loop(const Request& request, std::function<Answer(const Request&)> post);

Answer support_page(Api& api, const Request& request);
Answer take_request(Api& api, const Request& request);
Answer private_page(Api& api, const Request& request);
Answer take_answer(Api& api, const Request& request);
Answer take_rating(Api& api, const Request& request);
Answer estimate_page(Api& api, const Request& request);
Answer decide_estimate(Api& api, const Request& request);
Answer statement_page(Api& api, const Request& request);
Answer statement_table(Api& api, const Request& request);
Answer private_attachment(Api& api, const Request& request);
Answer forgot_page(Api& api, const Request& request);
Answer ask_for_reset(Api& api, const Request& request);
Answer new_password_page(Api& api, const Request& request);
Answer set_new_password(Api& api, const Request& request);
Answer asset_file(Api& api, const Request& request);
Answer staff_app(Api& api, const Request& request);

}  // namespace punctual::web
