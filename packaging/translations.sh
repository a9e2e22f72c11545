#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Takes up new and changed texts into resources/translations/*.ts, for people to translate (Qt Linguist, or any
# editor). What a text became obsolete by is dropped. tests/rules/translations.py says what is still missing.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(qtpaths6 --query QT_HOST_BINS 2>/dev/null || echo /usr/lib/qt6/bin)
"$tools/lupdate" -silent -I . ui models app -locations none -no-obsolete -ts resources/translations/*.ts
