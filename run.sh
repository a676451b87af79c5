#!/bin/sh
# Sets Frist up and does its main job on the embedded database: a demo creditor, its overdue invoices, a month of
# nights, letters and payments. --once ends by itself, as does this version, which serves nothing yet.
set -eu
cd "$(dirname "$0")"
case "${1:-}" in
    ""|--once) ;;
    *) echo "usage: ./run.sh [--once]" >&2; exit 2 ;;
esac
tools/install run
[ -f build/release/build.ninja ] || cmake --preset release -Wno-dev >/dev/null
cmake --build build/release --target frist -- --quiet
rm -rf demo
mkdir -p demo
build/release/frist demo --db demo/frist.db --out demo
