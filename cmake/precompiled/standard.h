// What nearly every source takes of the standard library; see precompiled.cmake.
#pragma once

#include <algorithm>
#include <chrono>
#include <compare>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
