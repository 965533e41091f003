#pragma once

#include <curl/curl.h>

namespace punctual::mail {

/// The functions of libcurl that the desk calls.
struct CurlLibrary {
  decltype(&::curl_easy_init) init = nullptr;
  decltype(&::curl_easy_reset) reset = nullptr;
  decltype(&::curl_easy_cleanup) cleanup = nullptr;
  decltype(&::curl_easy_setopt) set = nullptr;
  decltype(&::curl_easy_perform) perform = nullptr;
  decltype(&::curl_easy_getinfo) info = nullptr;
  decltype(&::curl_easy_strerror) words = nullptr;
  decltype(&::curl_slist_append) append = nullptr;
  decltype(&::curl_slist_free_all) free_all = nullptr;
};

/// Loaded by the first who sends, and never again: with what it brings along it would take a third of the
/// desk's start. Throws std::runtime_error where it is not installed.
const CurlLibrary& curl_library();

}  // namespace punctual::mail
