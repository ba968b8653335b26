#!/bin/sh
# Make .venv, the project's own environment, from the newest Python that the locks were tried on.
# With a virtual environment that works, do nothing.
#
#     tools/environment.sh
set -eu
cd "$(dirname "$0")/.."

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        # Asked to run, since a name on the path may be a shim with no Python behind it.
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "No Python 3.11 or newer here. Install one (Debian, Ubuntu: sudo apt-get install python3 python3-venv)." >&2
    exit 1
}

# Debian and Ubuntu keep `ensurepip`, which a new environment gets pip from, in a package apart.
need_venv() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if "$1" -c 'import ensurepip, venv' 2>/dev/null; then
        return
    fi
    package="python$version-venv"
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which Python needs to make an environment"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
    else
        echo "Python can't make an environment here. Run: sudo apt-get install $package" >&2
        exit 1
    fi
}

if .venv/bin/python -c 'import pip' 2>/dev/null; then
    exit
fi
python=$(find_python)
need_venv "$python"
echo "Making .venv with $("$python" --version)"
"$python" -m venv --clear .venv
