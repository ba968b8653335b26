#!/bin/sh
# Install a lock and the project itself, in place, into .venv or another environment.
#
#     tools/install.sh requirements/site.lock [.venv]
#
# The lock names every package and a digest for every file, so that what is installed is what was
# tried: pip has nothing to work out. (Left to it, pip before 23.3 reads `coverage==7.17.3` as no word
# about `coverage[toml]`, takes the newest of that, and ends at its digest once there is a newer one.)
# The project comes after it and brings nothing along: no dependency, and no build tool of its own
# choosing.
set -eu
cd "$(dirname "$0")/.."
python=${2:-.venv}/bin/python
echo "Installing $1 (a minute or two the first time)"
"$python" -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r "$1"
"$python" -m pip install --quiet --quiet --disable-pip-version-check \
    --no-deps --no-build-isolation --editable .
