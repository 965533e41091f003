#include "web/api/attachment_reply.h"

#include <charconv>

namespace punctual::web {

namespace {

/// RFC 6266 with RFC 8187: every byte that is not plainly safe is percent-encoded.
std::string disposition(std::string_view name) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : name) {
    const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-' || c == '_';
    if (safe) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += hex[static_cast<unsigned char>(c) >> 4];
      encoded += hex[static_cast<unsigned char>(c) & 15];
    }
  }
  return "attachment; filename*=UTF-8''" + encoded;
}

}  // namespace

std::optional<Reply> attachment_reply(const desk::Desk& desk, store::Session& session, TicketId ticket,
                                      std::string_view attachment) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(attachment.data(), attachment.data() + attachment.size(), id);
  if (error != std::errc{} || end != attachment.data() + attachment.size()) return std::nullopt;
  const auto row = store::find_attachment(session, ticket, id);
  if (!row) return std::nullopt;
  return Reply{.status = 200,
               .content_type = "application/octet-stream",
               .file = desk.blobs().path_of(row->sha256),
               .headers = {{"Content-Disposition", disposition(row->name)},
                           {"Content-Security-Policy", "default-src 'none'; sandbox"}}};
}

}  // namespace punctual::web
