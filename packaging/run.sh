#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what is missing, builds Galley, and runs the main job. Arguments go through to galley.
# Without arguments: the window with a sample database where there is a display, else the job told on the terminal.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")

"$here/install-missing.sh" build run
"$here/build.sh" release galley
galley=$root/build/release/app/galley

if [ $# -gt 0 ]; then
    exec "$galley" "$@"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    folder=${XDG_DATA_HOME:-$HOME/.local/share}/galley-sample
    mkdir -p "$folder"
    [ -f "$folder/shop.sqlite" ] || "$galley" sample "$folder/shop.sqlite"
    exec "$galley" "$folder/shop.sqlite"
fi
exec "$here/tour.sh" "$galley"
