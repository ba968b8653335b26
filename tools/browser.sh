#!/bin/sh
# See to a Chromium or Chrome and a Firefox for the tests, and to what the HTML checker runs on: use
# what is there, install it as root on Debian, or say what to do. Without one the tests that need it
# are skipped by name, so this never fails.
set -eu

system=$(. /etc/os-release 2>/dev/null && echo "${ID:-}" || true)

# see_to NAMES DEBIAN UBUNTU WHAT: run the first of NAMES that runs, else install DEBIAN.
see_to() {
    for name in $1; do
        # Asked to run: on Ubuntu `chromium-browser` may be a stub that only asks for a snap.
        if "$name" --version >/dev/null 2>&1; then
            return 0
        fi
    done
    case "$system" in
        debian)
            if [ "$(id -u)" -eq 0 ]; then
                echo "Installing $2 for the tests"
                apt-get update -qq
                DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null && return 0
            fi
            say="sudo apt-get install $2"
            ;;
        ubuntu) say="sudo snap install $3 (or install $4)" ;;
        *) say="install $4" ;;
    esac
    echo "No $4: the tests that need it will be skipped. To run them: $say" >&2
}

see_to "chromium chromium-browser google-chrome google-chrome-stable" \
    chromium chromium "Chromium or Google Chrome"
see_to "firefox-esr firefox" firefox-esr firefox "Firefox"
see_to "java" default-jre-headless openjdk "Java"
see_to "npm" npm node "npm"
