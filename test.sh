#!/bin/sh
# Installs what the tests need, checks the house and passes all tests. --full adds the sanitizers and the fuzzers.
set -eu
cd "$(dirname "$0")"
full=no
case "${1:-}" in
    "") ;;
    --full) full=yes ;;
    *) echo "usage: ./test.sh [--full]" >&2; exit 2 ;;
esac
tools/install run test
tools/check_floors
tools/check_law
tools/check_shape
[ -f build/dev/build.ninja ] || cmake --preset dev -Wno-dev >/dev/null
cmake --build build/dev -- --quiet
if [ "$full" = yes ] && [ -d tests/fuzz ]; then
    tools/install fuzz
    tools/fuzz 10
fi
ctest --test-dir build/dev --output-on-failure -j2
