#!/bin/sh
# Frist on a bare Debian 12: installs what is missing, builds the program with its web application, plays the demo (an
# invented creditor's overdue invoices from the first reminder to the payment) and serves it on this machine. It ends in
# an address for the browser; Ctrl C stops it, and ./run.sh goes on where it was. The next time takes seconds.
#   ./run.sh            serve the demo at http://127.0.0.1:8080/
#   ./run.sh --once     play the demo anew and end
#   ./run.sh --fresh    throw the demo away and begin it anew
set -eu
cd "$(dirname "$0")"

mode=serve
case "${1:-}" in
    "") ;;
    --once) mode=once ;;
    --fresh) rm -rf demo ;;
    *) echo "usage: ./run.sh [--once | --fresh]" >&2; exit 2 ;;
esac

tools/install run
tools/web
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"
# shellcheck disable=SC3013  # dash and bash know -nt
[ build/release/build.ninja -nt CMakePresets.json ] || cmake --preset release
cmake --build --preset release
[ $mode = serve ] || rm -rf demo
if [ ! -f demo/frist.db ]; then
    rm -rf demo
    mkdir demo
    build/release/frist demo --db demo/frist.db --out demo
fi
[ $mode = serve ] || exit 0
# The demo's own clock: the day on which its month ends.
exec build/release/frist --db demo/frist.db --today 2026-04-02 serve --demo --letters demo/letters --port "${FRIST_PORT:-8080}"
