#!/bin/sh
# Install a lock and the project itself, in place, into .venv or another environment.
#
#     tools/install.sh requirements/site.lock [.venv]
#
# The lock names a digest for every file, so that what is installed is what was tried. The project
# comes after it and brings nothing along: no dependency, and no build tool of its own choosing.
set -eu
cd "$(dirname "$0")/.."
python=${2:-.venv}/bin/python
echo "Installing $1 (a minute or two the first time)"
"$python" -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r "$1"
"$python" -m pip install --quiet --quiet --disable-pip-version-check \
    --no-deps --no-build-isolation --editable .
