#!/bin/sh
# See to a Chromium or Chrome for the tests: use what is there, install it as root on Debian, or
# say what to do. Without one the tests that need it are skipped by name, so this never fails.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    # Asked to run: on Ubuntu `chromium-browser` may be a stub that only asks for a snap.
    if "$name" --version >/dev/null 2>&1; then
        exit 0
    fi
done

system=$(. /etc/os-release 2>/dev/null && echo "${ID:-}" || true)
case "$system" in
    debian)
        if [ "$(id -u)" -eq 0 ]; then
            echo "Installing chromium for the browser tests"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
        fi
        say="sudo apt-get install chromium"
        ;;
    ubuntu) say="sudo snap install chromium (or install Google Chrome)" ;;
    *) say="install Chromium or Google Chrome" ;;
esac
echo "No Chromium or Chrome: the browser tests will be skipped. To run them: $say" >&2
