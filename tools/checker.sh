#!/bin/sh
# Get the Nu HTML checker, at the version and with the digest of its lock. Without npm its test is
# skipped by name; where npm is there, what it gets must be what is locked.
set -eu

lock=requirements/checker/package-lock.json
folder=.venv-checker
jar=$folder/node_modules/vnu-jar/build/dist/vnu.jar

if [ -e "$jar" ] && cmp -s "$lock" "$folder/package-lock.json"; then
    exit 0
fi
if ! npm --version >/dev/null 2>&1; then
    exit 0
fi
echo "Getting the Nu HTML checker (30 MB)"
mkdir -p "$folder"
cp requirements/checker/package.json "$lock" "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null
