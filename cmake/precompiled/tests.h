// What most tests take beside what they test.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
