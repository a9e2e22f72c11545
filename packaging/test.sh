#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test: first with AddressSanitizer and UndefinedBehaviorSanitizer,
# then as people run it. The last lines are ctest's own summary. GALLEY_QUICK=1 leaves the sanitizers out,
# GALLEY_FUZZ=1 runs the fuzz targets, too.
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
if [ -n "${GALLEY_FUZZ:-}" ] && command -v clang++ >/dev/null; then
    "$here/build.sh" fuzz
    ctest --preset fuzz -j "$jobs"
fi
"$here/build.sh" release
ctest --preset release -j "$jobs"
