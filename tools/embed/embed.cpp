// Builds files into the binary: one blob for `.incbin`, and a table of what stands where in it.
//
//   embed OUT_DIR PREFIX=FOLDER… PATH=FILE…
//
// writes OUT_DIR/embedded.bin, OUT_DIR/embedded.cpp and OUT_DIR/embedded.d. Each file below FOLDER is served
// as PREFIX/its/path, FILE as PATH. The depfile names every file and folder, so that a file that comes or
// goes is noticed as well.
#include <brotli/encode.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct MediaType {
  std::string_view extension;
  std::string_view name;
  bool compressible;
};

constexpr MediaType media_types[] = {
    {".html", "text/html; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".json", "application/json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".webmanifest", "application/manifest+json", true},
    {".mustache", "text/plain; charset=utf-8", false},  // read by us, never sent
    {".toml", "text/plain; charset=utf-8", false},      // likewise
    {".woff2", "font/woff2", false},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
    {".ico", "image/x-icon", true},
};

const MediaType& media_type_of(const fs::path& file) {
  const auto extension = file.extension().string();
  const auto* found = std::find_if(std::begin(media_types), std::end(media_types),
                                   [&](const MediaType& type) { return type.extension == extension; });
  if (found == std::end(media_types)) {
    throw std::runtime_error(file.string() + ": no media type is known for '" + extension +
                             "'; add it to media_types in tools/embed/embed.cpp");
  }
  return *found;
}

struct Source {
  std::string path;  // as it is asked for
  fs::path file;
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(file.string() + ": cannot be written");
}

// Empty where compressing does not pay.
std::string brotli(const std::string& plain) {
  if (plain.size() < 256) return {};
  std::string packed(BrotliEncoderMaxCompressedSize(plain.size()), '\0');
  std::size_t size = packed.size();
  if (!BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, plain.size(),
                             reinterpret_cast<const std::uint8_t*>(plain.data()), &size,
                             reinterpret_cast<std::uint8_t*>(packed.data()))) {
    throw std::runtime_error("brotli failed");
  }
  packed.resize(size);
  return size + size / 16 < plain.size() ? packed : std::string{};
}

std::string hash_of(const std::string& bytes) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::string hex(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.substr(0, 24);
}

// Hidden files (a bundler's manifest) and source maps stay outside.
bool is_wanted(const fs::path& relative) {
  return relative.extension() != ".map" &&
         std::none_of(relative.begin(), relative.end(),
                      [](const fs::path& part) { return part.string().front() == '.'; });
}

std::vector<Source> collect(const std::vector<std::pair<std::string, fs::path>>& folders,
                            std::vector<fs::path>& depends_on) {
  std::vector<Source> sources;
  for (const auto& [prefix, folder] : folders) {
    // A folder that is not there yet is noticed by its parent, whose time changes when it comes.
    if (fs::is_regular_file(folder)) {
      depends_on.push_back(folder);
      sources.push_back({prefix, folder});
      continue;
    }
    if (!fs::is_directory(folder)) {
      if (fs::is_directory(folder.parent_path())) depends_on.push_back(folder.parent_path());
      continue;
    }
    depends_on.push_back(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      depends_on.push_back(entry.path());
      const auto relative = entry.path().lexically_relative(folder);
      if (entry.is_regular_file() && is_wanted(relative)) {
        sources.push_back({prefix + "/" + relative.generic_string(), entry.path()});
      }
    }
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

std::string table_row(const Source& source, std::string& blob) {
  const auto plain = read(source.file);
  const auto& type = media_type_of(source.file);
  const auto packed = type.compressible ? brotli(plain) : std::string{};
  const auto view = [&](const std::string& bytes) {
    const auto at = blob.size();
    blob += bytes;
    return "bytes(" + std::to_string(at) + ", " + std::to_string(bytes.size()) + ")";
  };
  std::string row = "    {\"" + source.path + "\", \"" + std::string(type.name) + "\", ";
  row += view(plain) + ", ";
  row += view(packed) + ", \"\\\"" + hash_of(plain) + "\\\"\"},\n";
  return row;
}

std::string escaped_for_make(const fs::path& path) {
  std::string out;
  for (const char c : path.string()) {
    if (c == ' ' || c == '#') out += '\\';
    out += c;
  }
  return out;
}

void embed(const fs::path& out, const std::vector<std::pair<std::string, fs::path>>& folders) {
  std::vector<fs::path> depends_on;
  std::string blob;
  std::string rows;
  const auto sources = collect(folders, depends_on);
  for (const auto& source : sources) rows += table_row(source, blob);

  fs::create_directories(out);
  const auto blob_file = fs::absolute(out / "embedded.bin");
  write(blob_file, blob);

  // The blob's hash stands in the source, so that a compiler cache sees that the bytes changed.
  std::string code = "// Made by tools/embed. " + hash_of(blob) + "\n#include \"desk/assets/assets.h\"\n\n";
  code += "#include <array>\n#include <cstddef>\n\n";
  code +=
      "asm(\".section .rodata\\n\"\n    \".balign 64\\n\"\n    \"punctual_embedded:\\n\"\n    \".incbin "
      "\\\"" +
      blob_file.string() + "\\\"\\n\"\n    \".byte 0\\n\"\n    \".text\\n\");\n\n";
  code += "extern const char embedded[] __asm__(\"punctual_embedded\");\n\n";
  code += "namespace punctual {\nnamespace {\n\n";
  code +=
      "[[maybe_unused]] std::string_view bytes(std::size_t at, std::size_t size) { return {embedded + at, "
      "size}; }\n\n";
  code += "const std::array<Asset, " + std::to_string(sources.size()) + "> table{{\n" + rows + "}};\n\n";
  code +=
      "}  // namespace\n\nstd::span<const Asset> all_assets() { return table; }\n\n}  // namespace "
      "punctual\n";
  write(out / "embedded.cpp", code);

  std::string depfile = escaped_for_make(fs::absolute(out / "embedded.cpp")) + ":";
  for (const auto& path : depends_on) depfile += " \\\n  " + escaped_for_make(fs::absolute(path));
  write(out / "embedded.d", depfile + "\n");
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count < 2 || sodium_init() < 0)
      throw std::runtime_error("usage: embed OUT_DIR PREFIX=FOLDER... PATH=FILE...");
    std::vector<std::pair<std::string, fs::path>> folders;
    for (int i = 2; i < count; ++i) {
      const std::string_view pair = arguments[i];
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos)
        throw std::runtime_error("not PREFIX=FOLDER: " + std::string(pair));
      folders.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    embed(arguments[1], folders);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "embed: %s\n", error.what());
    return 1;
  }
}
