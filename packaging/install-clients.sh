#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Puts the packages of packaging/dependencies/npm into a cache folder (GALLEY_TEST_MODULES, else galley-tests in the
# user's cache), where the tests look for them. Without npm, or where it fails, the tests that want them skip.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${GALLEY_TEST_MODULES:-${XDG_CACHE_HOME:-$HOME/.cache}/galley-tests}

command -v npm >/dev/null || { echo "install-clients.sh: there is no npm; tests with other engines will skip" >&2; exit 0; }
mkdir -p "$folder"
wanted=()
while read -r package; do
    [ -n "$package" ] || continue
    name=${package%@*}
    [ -e "$folder/node_modules/$name/package.json" ] || wanted+=("$package")
done < <(sed 's/#.*//' "$here/dependencies/npm" | tr -d ' \t')
for package in ${wanted[@]+"${wanted[@]}"}; do # one by one: what cannot be had does not keep the others away
    npm install --silent --no-audit --no-fund --prefix "$folder" "$package" \
        || echo "install-clients.sh: npm could not install $package; tests that want it will skip" >&2
done
