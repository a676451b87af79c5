#!/bin/sh
# Everything that must hold before a change is taken in.
#   ./test.sh          the checks of the tree, the build (preset dev) and all tests
#   ./test.sh --full   also clang-tidy, the tests under the address and undefined-behaviour sanitizers, and the
#                      fuzzers; so too when the variable CI is set
# The summary of all tests comes last.
set -eu
cd "$(dirname "$0")"

full=no
[ -z "${CI:-}" ] || full=yes
case "${1:-}" in
    "") ;;
    --full) full=yes ;;
    *) echo "usage: ./test.sh [--full]" >&2; exit 2 ;;
esac
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"
begun=$(date +%s)
step() { printf '\n== %s (after %s s)\n' "$*" "$(($(date +%s) - begun))"; }
build() {
    preset="$1"
    shift
    # shellcheck disable=SC3013  # dash and bash know -nt
    [ "build/$preset/build.ninja" -nt CMakePresets.json ] || cmake --preset "$preset" "$@"
    cmake --build --preset "$preset"
}

step "packages"
tools/install run test
[ $full = no ] || tools/install fuzz tidy

step "the tree"
tools/check

step "the web application"
tools/web
tools/web npm run --silent check
tools/web npm test
# The types of the interface are those that the contract makes.
tools/web npm --prefix tools/api-types ci --no-audit --no-fund
# What the tests of the interface want of npm: a generator of clients, and a provider to log in at.
python3 -B tests/client/packages.py
types=$(sha256sum web/src/api/schema.d.ts)
tools/web npm run --silent api
[ "$types" = "$(sha256sum web/src/api/schema.d.ts)" ] || { echo "api/openapi.yaml has changed: tools/web npm run api, and commit web/src/api/schema.d.ts" >&2; exit 1; }

if [ $full = yes ]; then
    step "clang-tidy"
    tools/check_tidy

    step "tests with sanitizers"
    build asan
    ctest --preset asan

    step "fuzzers"
    tools/fuzz 10
fi

step "build"
# Who builds all of it once need not be able to build a little of it again.
if [ $full = yes ] && [ ! -e build/dev ]; then build dev -D FRIST_TOGETHER=ON; else build dev; fi

step "journeys in the browser"
tools/web npm run --silent e2e

step "tests"
ctest --preset dev
