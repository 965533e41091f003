#include "desk_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <thread>

extern char** environ;

namespace punctual::bench {
namespace {

constexpr std::chrono::seconds patience{60};

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// Free now; nobody else on this machine is likely to take it before the desk does.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                     ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(socket);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

/// "person coordinator Ada Lovelace <ada@desk.example> password"
std::optional<DeskProcess::Person> coordinator_in(std::string_view line) {
  const auto open = line.find('<');
  const auto close = line.find("> ");
  if (!line.starts_with("person coordinator ") || open > close || close == std::string_view::npos)
    return std::nullopt;
  return DeskProcess::Person{std::string(line.substr(open + 1, close - open - 1)),
                             std::string(line.substr(close + 2))};
}

}  // namespace

DeskProcess::DeskProcess(std::string program, std::filesystem::path data, Wait wait)
    : program_(std::move(program)), data_(std::move(data)), port_(free_port()) {
  std::array<int, 2> output{};
  if (::pipe2(output.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  std::string listen = "127.0.0.1:" + std::to_string(port_);
  std::string folder = data_.string();
  std::array<std::string, 7> words = {program_, "serve", "--data", folder, "--listen", listen, "--demo"};
  std::array<char*, 8> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  const int error = ::posix_spawn(&pid_, program_.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(output[1]);
  if (error != 0) throw std::runtime_error("cannot start " + program_ + "; build it first");
  if (wait == Wait::until_ready) read_people(output[0]);
  ::close(output[0]);
  wait_for(wait);
}

DeskProcess::~DeskProcess() {
  stop();
}

void DeskProcess::read_people(int output) {
  std::string read;
  std::array<char, 4096> bytes;
  while (coordinator_.mail.empty()) {
    const auto count = ::read(output, bytes.data(), bytes.size());
    if (count <= 0) throw std::runtime_error("the desk ended before it named its people");
    read.append(bytes.data(), static_cast<std::size_t>(count));
    std::size_t end = 0;
    while (coordinator_.mail.empty() && (end = read.find('\n')) != std::string::npos) {
      coordinator_ = coordinator_in(std::string_view(read).substr(0, end)).value_or(Person{});
      read.erase(0, end + 1);
    }
  }
}

void DeskProcess::wait_for(Wait what) const {
  const auto until = std::chrono::steady_clock::now() + patience;
  const sockaddr_in address = loopback(port_);
  while (std::chrono::steady_clock::now() < until) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected =
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    std::array<char, 12> status{};
    if (connected) {
      constexpr std::string_view ask = "GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      if (::send(socket, ask.data(), ask.size(), MSG_NOSIGNAL) > 0)
        (void)::recv(socket, status.data(), status.size(), MSG_WAITALL);
    }
    ::close(socket);
    if (what == Wait::until_it_listens ? connected
                                       : std::string_view(status.data(), status.size()) == "HTTP/1.1 200")
      return;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  throw std::runtime_error("the desk did not become ready");
}

std::string DeskProcess::coordinators_token() const {
  const std::string command =
      program_ + " token create --data " + data_.string() + " --as " + coordinator_.mail + " --note bench";
  std::FILE* output = ::popen(command.c_str(), "r");
  std::array<char, 256> line{};
  const bool read = output && std::fgets(line.data(), line.size(), output);
  if (output) ::pclose(output);
  std::string token = read ? line.data() : "";
  while (!token.empty() && token.back() == '\n') token.pop_back();
  if (token.empty()) throw std::runtime_error("no token from: " + command);
  return token;
}

void DeskProcess::stop() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

}  // namespace punctual::bench
