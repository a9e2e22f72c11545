#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tour.sh GALLEY: the main job on the sample database, step by step on the terminal: export, a dry-run import with
# its differences, the apply, and the undo. Works in a temporary folder that it removes.
set -euo pipefail
galley=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GALLEY_HOME=$folder/home
cd "$folder"

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
show() { printf '$ galley %s\n' "$*"; "$galley" "$@"; }

step "1. A small shop to work on"
show sample shop.sqlite
show inspect shop.sqlite

step "2. Export the whole database: one zip, with checksums and a seal, read back before it gets its name"
show export shop.sqlite --to shop.zip
show verify shop.zip

step "3. A colleague gets one table as CSV, and edits it: two prices go up, one product goes, one comes"
show export shop.sqlite --table products --to products.csv
awk 'BEGIN { FS = OFS = "," }
    /^160,/ { exit }
    /^5,/ || /^7,/ { $5 = sprintf("%.2f", $5 + 1) }
    { print }
    END { print "161,09-2134,Nova Watering can,9,24.90,0.8,12,0,2023-12-04,," }' products.csv > edited.csv
(diff products.csv edited.csv || true) | cut -c1-100

step "4. What would the edited file change? A dry run: the database is only read"
show import edited.csv --into shop.sqlite --table products --mode mirror \
    --save edited.galleychanges --report edited.html

step "5. Exactly that is applied, in one transaction, read back before COMMIT"
show apply edited.galleychanges --to shop.sqlite
show diff shop.zip shop.sqlite

step "6. And undone"
show history
show undo edited.galleychanges --on shop.sqlite --apply
show diff shop.zip shop.sqlite

printf '\nThat is the main job. Your own data: %s --help\n' "$galley"
