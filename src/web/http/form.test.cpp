#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>

#include "web/http/multipart.h"
#include "web/http/urlencoded.h"

namespace punctual::web {
namespace {

constexpr FormLimits limits{
    .bytes = 1 << 20, .fields = 4, .files = 2, .field_bytes = 1000, .text_bytes = 1500};

TEST(Urlencoded, KeepsOrderAndRepetition) {
  const auto form = parse_urlencoded("a=1&b=x+y%26z&a=2&&c&=d", {limits.bytes, 10, 2, 1000, 1500});
  ASSERT_TRUE(form);
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"a", "1"}, {"b", "x y&z"}, {"a", "2"}, {"c", ""}, {"", "d"}};
  EXPECT_EQ(form->fields, expected);
  EXPECT_EQ(form->value("a"), "1");
  EXPECT_EQ(form->value("none"), "");
}

TEST(Urlencoded, RefusesWhatIsTooMuchOrNoText) {
  EXPECT_EQ(parse_urlencoded("a&b&c&d&e", limits).error(), Fault::too_large);
  EXPECT_EQ(parse_urlencoded("a=" + std::string(1001, 'x'), limits).error(), Fault::too_large);
  EXPECT_EQ(parse_urlencoded(std::string(1501, 'x'), limits).error(), Fault::too_large);
  for (const char* bad : {"a=%", "a=%f", "a=%00", "%ff=1", "a=%c3%28"})
    EXPECT_EQ(parse_urlencoded(bad, limits).error(), Fault::malformed) << bad;
}

class Multipart : public testing::Test {
 protected:
  Multipart() {
    EXPECT_GE(sodium_init(), 0);
    std::string name = (std::filesystem::temp_directory_path() / "punctual-form-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Multipart() override { std::filesystem::remove_all(folder_); }

  /// The fault, or nothing; in pieces of `step` bytes.
  std::optional<Fault> read(std::string_view body, std::size_t step, std::string_view boundary = "B") {
    remove_uploads(form_);
    form_ = {};
    MultipartReader reader(boundary, limits, folder_, form_);
    for (std::size_t at = 0; at < body.size(); at += step)
      if (const auto fault = reader.take(body.substr(at, step))) return fault;
    return reader.end();
  }
  /// Whether pieces are large or small changes nothing.
  std::optional<Fault> read(std::string_view body) {
    const auto whole = read(body, body.size() + 1);
    for (const std::size_t step : {1, 2, 3, 7}) EXPECT_EQ(read(body, step), whole) << "in pieces of " << step;
    return whole;
  }
  std::string content(std::size_t file) {
    std::ifstream in(form_.files.at(file).path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files_on_disk() const {
    const auto all = std::filesystem::directory_iterator(folder_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  std::filesystem::path folder_;
  Form form_;
};

std::string field(std::string_view name, std::string_view value) {
  return "--B\r\nContent-Disposition: form-data; name=\"" + std::string(name) + "\"\r\n\r\n" +
         std::string(value) + "\r\n";
}
std::string file(std::string_view disposition, std::string_view bytes) {
  return "--B\r\nContent-Disposition: form-data; name=\"files\"; " + std::string(disposition) +
         "\r\nContent-Type: image/png\r\n\r\n" + std::string(bytes) + "\r\n";
}

TEST_F(Multipart, ReadsFieldsAndFiles) {
  const std::string bytes = std::string("\0\r\n--\r\n--C\r\r\n-", 14) + std::string(100'000, 'z') + "\r\n--A";
  EXPECT_EQ(read("preamble\r\n" + field("site", "https://example.org\r\nüber") +
                 file("filename=\"a.png\"", bytes) + field("empty", "") + "--B--\r\nepilogue --B"),
            std::nullopt);
  EXPECT_EQ(form_.value("site"), "https://example.org\r\nüber");
  EXPECT_EQ(form_.fields.size(), 2U);
  ASSERT_EQ(form_.files.size(), 1U);
  EXPECT_EQ(form_.files[0].field, "files");
  EXPECT_EQ(form_.files[0].name, "a.png");
  EXPECT_EQ(form_.files[0].media_type, "image/png");
  EXPECT_EQ(form_.files[0].size, static_cast<std::int64_t>(bytes.size()));
  EXPECT_TRUE(content(0) == bytes);
}

TEST_F(Multipart, HashesTheBytesOnDisk) {
  EXPECT_EQ(read(file("filename=abc", "abc") + "--B--"), std::nullopt);
  EXPECT_EQ(form_.files.at(0).sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(Multipart, KeepsFileNamesAsSentAndNeverUsesThemAsPaths) {
  struct Row {
    const char* disposition;
    const char* name;
  };
  for (const Row& row :
       {Row{R"(filename="../../etc/passwd")", "../../etc/passwd"},
        Row{R"(filename="C:\new\file.txt")", R"(C:\new\file.txt)"},
        Row{R"(filename="say \"hi\" \\ there.txt")", R"(say "hi" \ there.txt)"},
        Row{R"(filename="a;b=c.txt")", "a;b=c.txt"}, Row{"filename=plain name.txt", "plain name.txt"},
        Row{"filename=\"naïve.txt\"", "naïve.txt"},
        Row{"filename=\"old.txt\"; filename*=UTF-8''na%C3%AFve.txt", "naïve.txt"},
        Row{"filename*=utf-8'en'%E2%82%AC.txt; filename=\"e.txt\"", "€.txt"}}) {
    EXPECT_EQ(read(file(row.disposition, "x") + "--B--"), std::nullopt) << row.disposition;
    ASSERT_EQ(form_.files.size(), 1U);
    EXPECT_EQ(form_.files[0].name, row.name);
    EXPECT_EQ(form_.files[0].path.parent_path(), folder_);
    EXPECT_EQ(form_.files[0].path.filename().string().substr(0, 7), "upload-");
  }
}

TEST_F(Multipart, AnInputLeftEmptyIsNoFileButAnEmptyFileIsOne) {
  EXPECT_EQ(read(file("filename=\"\"", "") + "--B--"), std::nullopt);
  EXPECT_TRUE(form_.files.empty());
  EXPECT_EQ(read(file("filename=\"empty.txt\"", "") + "--B--"), std::nullopt);
  ASSERT_EQ(form_.files.size(), 1U);
  EXPECT_EQ(form_.files[0].size, 0);
}

TEST_F(Multipart, RefusesWhatIsMalformed) {
  const std::string rows[] = {
      "",
      "no boundary at all",
      "--B",
      "--Bx\r\n\r\n",
      "--B\r\n\r\nno header\r\n--B--",
      field("a", "1"),
      field("a", "1") + "--B",
      field("a", "1") + "--B-",
      field("", "1") + "--B--",
      field("a", "\xff") + "--B--",
      field("a", std::string("\0", 1)) + "--B--",
      field("\xff", "1") + "--B--",
      file("filename=\"\xff\"", "x") + "--B--",
      file("filename*=UTF-8''%ff", "x") + "--B--",
      file("filename*=UTF-7''x", "x") + "--B--",
      file("filename=\"unclosed", "x") + "--B--",
      file("filename=a; filename=b", "x") + "--B--",
      "--B\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--B--",
      "--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--",
      "--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--",
      "--B\r\nContent-Disposition form-data; name=a\r\n\r\n1\r\n--B--",
      "--B\nContent-Disposition: form-data; name=a\n\n1\n--B--",
      "--B\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n"
      "\r\nYQ==\r\n--B--",
      "--B\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; "
      "name=b\r\n\r\n1\r\n--B--"};
  for (const std::string& body : rows) EXPECT_EQ(read(body), Fault::malformed) << body;
  EXPECT_EQ(files_on_disk(), 0U) << "a file that was not finished is gone";
}

TEST_F(Multipart, ToleratesBlanksAfterTheBoundary) {
  std::string body = field("a", "1") + "--B--";
  body.replace(0, 3, "--B \t");
  EXPECT_EQ(read(body), std::nullopt);
  EXPECT_EQ(form_.value("a"), "1");
}

TEST_F(Multipart, RefusesWhatIsTooMuch) {
  std::string fields;
  for (int i = 0; i < 5; ++i) fields += field("a", "1");
  EXPECT_EQ(read(fields + "--B--"), Fault::too_large);
  std::string files;
  for (int i = 0; i < 3; ++i) files += file("filename=a", "1");
  EXPECT_EQ(read(files + "--B--"), Fault::too_large);
  std::string unused;
  for (int i = 0; i < 7; ++i) unused += file("filename=\"\"", "");
  EXPECT_EQ(read(unused + "--B--"), Fault::too_large);
  EXPECT_EQ(read(field("a", std::string(1001, 'x')) + "--B--"), Fault::too_large);
  EXPECT_EQ(read(field("a", std::string(800, 'x')) + field("b", std::string(800, 'x')) + "--B--"),
            Fault::too_large);
  EXPECT_EQ(read("--B\r\nX: " + std::string(9000, 'x') + "\r\n\r\n1\r\n--B--"), Fault::too_large);
}

TEST_F(Multipart, TakesEachByteOnceHoweverMuchItLooksLikeABoundary) {
  const std::string boundary(70, '-');
  std::string body = "--" + boundary + "\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n";
  while (body.size() < 20'000'000) body += "\r\n--" + std::string(69, '-') + "x\r\r\r\n";
  body += "\r\n--" + boundary + "--";
  const std::clock_t before = std::clock();
  EXPECT_EQ(read(body, 64 * 1024, boundary), std::nullopt);
  EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 5.0)
      << "20 MB, also under a sanitizer";
  EXPECT_EQ(form_.files.size(), 1U);
}

TEST(MultipartBoundary, IsOneOfRfc2046) {
  const auto boundary = [](std::string_view type) {
    const auto value = parse_header_value(type);
    return value ? multipart_boundary(*value) : std::nullopt;
  };
  EXPECT_EQ(boundary("multipart/form-data; boundary=----WebKitFormBoundaryX9"), "----WebKitFormBoundaryX9");
  EXPECT_EQ(boundary("Multipart/Form-Data; charset=utf-8; BOUNDARY=\"a b/c?\""), "a b/c?");
  for (const std::string& bad :
       {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
        std::string("multipart/form-data; boundary=\"\""),
        std::string("multipart/form-data; boundary=\"a \""),
        std::string("multipart/form-data; boundary=a; boundary=b"),
        std::string("multipart/form-data; boundary=a[b"),
        "multipart/form-data; boundary=" + std::string(71, 'a')})
    EXPECT_EQ(boundary(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace punctual::web
