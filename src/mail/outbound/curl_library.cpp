#include "mail/outbound/curl_library.h"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace punctual::mail {
namespace {

void* loaded() {
  if (void* library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL)) return library;
  throw std::runtime_error(std::string("mail needs libcurl, install libcurl4: ") + dlerror());
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (!function)
    throw std::runtime_error(std::string("libcurl lacks ") + name + "; install a newer libcurl4");
}

CurlLibrary load() {
  void* library = loaded();
  decltype(&::curl_global_init) start = nullptr;
  find(library, "curl_global_init", start);
  CurlLibrary curl;
  find(library, "curl_easy_init", curl.init);
  find(library, "curl_easy_reset", curl.reset);
  find(library, "curl_easy_cleanup", curl.cleanup);
  find(library, "curl_easy_setopt", curl.set);
  find(library, "curl_easy_perform", curl.perform);
  find(library, "curl_easy_getinfo", curl.info);
  find(library, "curl_easy_strerror", curl.words);
  find(library, "curl_slist_append", curl.append);
  find(library, "curl_slist_free_all", curl.free_all);
  start(CURL_GLOBAL_DEFAULT);
  return curl;
}

}  // namespace

const CurlLibrary& curl_library() {
  static const CurlLibrary library = load();
  return library;
}

}  // namespace punctual::mail
