#pragma once

#include <toml++/toml.h>

#include <boost/json/object.hpp>
#include <string_view>

namespace punctual::app {

/// Tables as the staff app's forms are told them and send them: the file's own keys and values, dates as
/// text.
boost::json::object to_json(const toml::table& table);
/// The same back: texts of the keys that hold a date, where they are one.
toml::table to_toml(const boost::json::object& object);

}  // namespace punctual::app
