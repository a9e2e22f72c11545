// SPDX-License-Identifier: MIT
#pragma once

namespace galley::test {

/// How much longer things may take here: the sanitizers slow a program down several times.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kTimeScale = 10;
#else
constexpr int kTimeScale = 1;
#endif

} // namespace galley::test
