#include "desk/assets/assets.h"
#include "web/pages/brand.h"
#include "web/public/site.h"

namespace punctual::web {

namespace {

constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";

/// One of the built-in files: brotli where the browser takes it, 304 where it has it.
Reply file_reply(const Asset& asset, const Request& request, std::string_view cache) {
  Reply reply{.status = 200, .content_type = std::string(asset.media_type)};
  reply.headers = {
      {"ETag", std::string(asset.etag)}, {"Cache-Control", std::string(cache)}, {"Vary", "Accept-Encoding"}};
  if (request.header("if-none-match") == asset.etag) {
    reply.status = 304;
    reply.content_type.clear();
    return reply;
  }
  const bool brotli =
      !asset.brotli.empty() && request.header("accept-encoding").find("br") != std::string_view::npos;
  reply.text = brotli ? asset.brotli : asset.plain;
  if (brotli) reply.headers.emplace_back("Content-Encoding", "br");
  return reply;
}

Reply text_reply(std::string media_type, std::string body) {
  return {.status = 200,
          .content_type = std::move(media_type),
          .body = std::move(body),
          .headers = {{"Cache-Control", std::string(for_a_year)}}};
}

/// The app's page, with a nonce of its own for the styles its components insert.
Reply app_page(const Asset& index) {
  const std::string nonce = store::to_base64url(store::random_bytes(16));
  std::string html(index.plain);
  constexpr std::string_view mark = "__CSP_NONCE__";
  for (auto at = html.find(mark); at != std::string::npos; at = html.find(mark, at))
    html.replace(at, mark.size(), nonce);
  return {.status = 200,
          .content_type = "text/html; charset=utf-8",
          .body = std::move(html),
          .headers = {{"Content-Security-Policy",
                       "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
                           "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
                           "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"}}};
}

}  // namespace

Answer asset_file(Api& api, const Request& request) {
  const auto name = request.parameter("name");
  if (name == "brand.css" || name == "icon.svg") {
    if (!api.ready) return problem(Problem::not_ready);
    const auto& colour = api.desk.catalogue()->profile().colour;
    return name == "brand.css" ? text_reply("text/css; charset=utf-8", brand_css(colour))
                               : text_reply("image/svg+xml", brand_icon(colour));
  }
  const auto* asset = find_asset("assets/" + std::string(name));
  if (!asset) return problem(Problem::not_found);
  return file_reply(*asset, request, request.query.empty() ? "public, max-age=300" : for_a_year);
}

Answer staff_app(Api&, const Request& request) {
  const std::string path = request.path.size() > 1 ? request.path.substr(1) : std::string();
  if (path.starts_with("staff/") && path != "staff/index.html")
    if (const auto* asset = find_asset(path)) return file_reply(*asset, request, for_a_year);
  // A missing bundle must not be answered with a page: the browser would run it as a script.
  if (path.starts_with("staff/assets/")) return problem(Problem::not_found);
  const auto* index = find_asset("staff/index.html");
  if (!index) return problem(Problem::not_found, "The staff app is not part of this build.");
  return app_page(*index);
}

}  // namespace punctual::web
