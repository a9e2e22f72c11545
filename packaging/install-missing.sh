#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# install-missing.sh LIST…: installs the Debian packages of packaging/dependencies/LIST that are not there yet.
# Asks nothing. As root, or through sudo; where nothing is missing it needs neither.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

wanted=()
for list in "$@"; do
    while read -r package; do
        [ -n "$package" ] && wanted+=("$package")
    done < <(sed 's/#.*//' "$here/dependencies/$list" | tr -d ' \t')
done
missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "install-missing.sh: this is not a Debian system; please install what corresponds to: ${missing[*]}" >&2
    exit 69
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "install-missing.sh: run this as root, or install sudo. Missing: ${missing[*]}" >&2; exit 77; }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 </dev/null || { cat "$log" >&2; return 1; }
}
run apt-get update
run apt-get install -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}"
