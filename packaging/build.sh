#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# build.sh PRESET [TARGET…]: configures and builds. Quiet when all is well.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
preset=$1
shift
cd "$root"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Building ($preset) …" >&2
cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
targets=()
[ $# -eq 0 ] || targets=(--target "$@")
cmake --build --preset "$preset" "${targets[@]}" >"$log" 2>&1 || { grep -vE '^\[[0-9]+/' "$log" | head -200 >&2; exit 1; }
