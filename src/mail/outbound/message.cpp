#include "mail/outbound/message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace punctual::mail {
namespace {

struct Unref {
  template <class T>
  void operator()(T* object) const {
    if (object) g_object_unref(object);
  }
};
template <class T>
using Ref = std::unique_ptr<T, Unref>;

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

// A header is one line of text; whatever else stood in it becomes a space.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out;
}

std::string without_brackets(std::string_view id) {
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return one_line(id);
}

void set_header(GMimeMessage* message, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(message), name, one_line(value).c_str(), "utf-8");
}

void add_address(GMimeMessage* message, GMimeAddressType type, const std::string& name,
                 const std::string& address) {
  g_mime_message_add_mailbox(message, type, name.empty() ? nullptr : one_line(name).c_str(), address.c_str());
}

Ref<GMimeTextPart> text_part(const char* subtype, const std::string& content) {
  Ref<GMimeTextPart> part{g_mime_text_part_new_with_subtype(subtype)};
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), content.c_str());
  g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

void set_date(GMimeMessage* message, Instant date) {
  std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> at{
      g_date_time_new_from_unix_utc(date.time_since_epoch().count()), &g_date_time_unref};
  g_mime_message_set_date(message, at.get());
}

void set_thread(GMimeMessage* message, const Heading& heading) {
  g_mime_message_set_message_id(message, without_brackets(heading.message_id).c_str());
  if (heading.references.empty()) return;
  std::string all;
  for (const auto& id : heading.references) {
    if (!all.empty()) all += ' ';
    all += "<" + without_brackets(id) + ">";
  }
  set_header(message, "In-Reply-To", "<" + without_brackets(heading.references.back()) + ">");
  set_header(message, "References", all);
}

// Marked so that no machine answers it (RFC 3834); a person's mail is marked as nothing.
void set_marks(GMimeMessage* message, const Heading& heading) {
  const auto how = written(heading.kind);
  if (how != Written::by_a_person) {
    set_header(message, "Auto-Submitted",
               how == Written::automatic_reply ? "auto-replied" : "auto-generated");
    set_header(message, "X-Auto-Response-Suppress", "All");
  }
  if (!heading.ref.empty()) set_header(message, "X-Punctual-Request", heading.ref);
  if (!heading.chain_head.empty()) set_header(message, "X-Punctual-Record", heading.chain_head);
}

std::string bytes_of(GMimeMessage* message) {
  std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options{
      g_mime_format_options_new(), &g_mime_format_options_free};
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  const Ref<GMimeStream> stream{g_mime_stream_mem_new()};
  g_mime_object_write_to_stream(GMIME_OBJECT(message), options.get(), stream.get());
  const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  const std::string_view written_bytes{reinterpret_cast<const char*>(bytes->data), bytes->len};
  // Strict line ends, whatever stood in the text (SECURITY 18); everything is encoded, so this changes no
  // content.
  std::string out;
  out.reserve(written_bytes.size() + 64);
  for (const char c : written_bytes) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::string without_nul(std::string text) {
  std::erase(text, '\0');
  return text;
}

}  // namespace

Heading::Heading(const desk::MailFacts& facts)
    : kind(facts.kind),
      from_name(facts.desk_name),
      from(facts.from_address),
      to_name(facts.verified || kind != store::MailKind::received ? facts.to_name : std::string()),
      to(facts.to_address),
      cc(facts.cc),
      message_id(facts.message_id),
      references(facts.references),
      ref(facts.ref),
      chain_head(facts.chain_head) {}

template <class Facts>
Heading::Heading(const Facts& facts, OfPeople)
    : kind(facts.kind),
      from_name(facts.desk_name),
      from(facts.from_address),
      to_name(facts.to_name),
      to(facts.to_address),
      message_id(facts.message_id) {}

Heading::Heading(const desk::AccountMailFacts& facts) : Heading(facts, OfPeople{}) {}
Heading::Heading(const desk::RotaMailFacts& facts) : Heading(facts, OfPeople{}) {}
Heading::Heading(const desk::AgreementMailFacts& facts) : Heading(facts, OfPeople{}) {}

bool is_sendable_address(std::string_view address) {
  constexpr std::size_t longest = 254;
  constexpr std::size_t longest_local = 64;
  const auto at = address.rfind('@');
  if (address.size() > longest || at == std::string_view::npos || at == 0 || at > longest_local ||
      at + 1 == address.size()) {
    return false;
  }
  return address.front() != '-' && std::ranges::all_of(address, [](char c) {
           return c > ' ' && c < 0x7F && std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
         });
}

std::expected<Message, std::string> build_message(const RenderedMail& mail, const Heading& heading,
                                                  Instant date) {
  if (!is_sendable_address(heading.from))
    return std::unexpected("the desk's own sender address cannot be used");
  if (!is_sendable_address(heading.to)) return std::unexpected("the recipient's address cannot be used");
  start_gmime();
  Message built{.from = heading.from, .to = heading.to};
  const Ref<GMimeMessage> message{g_mime_message_new(FALSE)};
  add_address(message.get(), GMIME_ADDRESS_TYPE_FROM, heading.from_name, heading.from);
  add_address(message.get(), GMIME_ADDRESS_TYPE_TO, heading.to_name, heading.to);
  for (const auto& copy : heading.cc) {
    // A copy that cannot be sent must not keep the mail from its reader.
    if (!is_sendable_address(copy)) continue;
    add_address(message.get(), GMIME_ADDRESS_TYPE_CC, "", copy);
    built.cc.push_back(copy);
  }
  g_mime_message_set_subject(message.get(), one_line(mail.subject).c_str(), "utf-8");
  set_date(message.get(), date);
  set_thread(message.get(), heading);
  set_marks(message.get(), heading);

  const Ref<GMimeMultipart> both{g_mime_multipart_new_with_subtype("alternative")};
  const auto plain = text_part("plain", without_nul(mail.text));
  const auto html = text_part("html", without_nul(mail.html));
  g_mime_multipart_add(both.get(), GMIME_OBJECT(plain.get()));
  g_mime_multipart_add(both.get(), GMIME_OBJECT(html.get()));
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));
  built.bytes = bytes_of(message.get());
  return built;
}

}  // namespace punctual::mail
