#!/bin/sh
# Frist on a bare Debian 12: installs what is missing, builds the program and plays its main job, the demo: an
# invented creditor's overdue invoices from the first reminder to the payment. It tells where everything lies.
# --once ends by itself, as does this version without it: it serves nothing yet. The next time takes seconds.
set -eu
cd "$(dirname "$0")"

case "${1:-}" in
    "" | --once) ;;
    *) echo "usage: ./run.sh [--once]" >&2; exit 2 ;;
esac

tools/install run
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"
# shellcheck disable=SC3013  # dash and bash know -nt
[ build/release/build.ninja -nt CMakePresets.json ] || cmake --preset release
cmake --build --preset release
rm -rf demo
mkdir demo
build/release/frist demo --db demo/frist.db --out demo
