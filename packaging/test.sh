#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test: first with AddressSanitizer and UndefinedBehaviorSanitizer,
# then the fuzz targets for a short while, then as people run it. The last lines are ctest's own summary.
# GALLEY_QUICK=1 leaves the sanitizers and the fuzz targets out; GALLEY_FUZZ=SECONDS says how long each of these runs
# (60; 0: not at all).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
cd "$root"

"$here/install-missing.sh" build run test
"$here/install-clients.sh"
jobs=$(nproc)
if [ -z "${GALLEY_QUICK:-}" ]; then
    "$here/build.sh" asan
    # Debian's Qt, fontconfig and sqlite keep memory until the end on purpose: leaks are not looked for here.
    ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
        ctest --preset asan -j "$jobs" -LE 'speed'
fi
fuzz_seconds=${GALLEY_FUZZ:-$([ -n "${GALLEY_QUICK:-}" ] && echo 0 || echo 60)}
if [ "$fuzz_seconds" -gt 0 ]; then
    "$here/install-missing.sh" fuzz
    cmake --preset fuzz -D GALLEY_FUZZ_SECONDS="$fuzz_seconds" >/dev/null
    "$here/build.sh" fuzz
    ctest --preset fuzz -j "$jobs"
fi
"$here/build.sh" release
ctest --preset release -j "$jobs"
