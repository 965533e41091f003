// What most sources of the desk take beside the standard library.
#pragma once

#include <fmt/format.h>

#include <atomic>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "standard.h"
