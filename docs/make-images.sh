#!/usr/bin/env bash
# Builds the window's picture taker and regenerates docs/images (no display needed). Look at what comes out.
#   docs/make-images.sh [FOLDER [WIDTHxHEIGHT]]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-docs/images}
cmake --preset release > /dev/null
cmake --build build/release --target galley_screenshots
QT_QPA_PLATFORM=offscreen build/release/tests/ui/galley_screenshots "$folder" ${2:+"$2"}
