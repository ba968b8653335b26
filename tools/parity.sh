#!/bin/sh
# Hold the browser's answers to those of each of the three libraries that are called `whoosh`.
# Each is installed into a folder of its own, which Python looks into before .venv.
#
#     tools/parity.sh [what else pytest is told]
set -eu
cd "$(dirname "$0")/.."
for lock in requirements/whoosh/*.lock; do
    name=$(basename "$lock" .lock)
    folder=$PWD/.venv-parity/$name
    if ! cmp -s "$lock" "$folder/lock"; then
        rm -rf "$folder"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check \
            --no-deps --require-hashes --target "$folder" -r "$lock"
        cp "$lock" "$folder/lock"
    fi
    echo "$name"
    PYTHONPATH=$folder BACKFILE_WHOOSH=$folder .venv/bin/python -m pytest -q \
        -m "not shared and not browser" tests/search/test_parity.py tests/search/test_searching.py "$@"
done
