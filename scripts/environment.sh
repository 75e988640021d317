# Sourced by the scripts beside it, which set $root: makes the Python environment that they run in.
# POSIX sh. `prepare_environment runtime|dev` sets $python; run again, it finds its stamp and does nothing.

step() { printf '==> %s\n' "$*" >&2; }
stop() { printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2; exit 1; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$candidate"; then
            command -v -- "$candidate"
            return
        fi
    done
    stop "needs Python 3.11 or newer, and found none; install it, or name it with PYTHON=/path/to/python3"
}

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    step "Installing $* with apt-get"
    if [ -z "${apt_updated:-}" ]; then
        apt-get update -qq >&2 && apt_updated=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

make_venv() {
    found=$(find_python) || exit 1
    step "Making a Python environment in $venv with $("$found" --version)"
    if ! "$found" -m venv --clear "$venv" >"$root/.venv.log" 2>&1; then
        # Debian and Ubuntu keep the part that makes environments in a package of its own.
        version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! can_apt || ! apt_install "python$version-venv" || ! "$found" -m venv --clear "$venv" >&2; then
            cat "$root/.venv.log" >&2
            stop "no Python environment could be made; on Debian or Ubuntu, install python$version-venv"
        fi
    fi
    rm -f "$root/.venv.log"
}

# The locked files name no registry; whoever uses a mirror has told pip, and uv should hear of it too.
install_locked() {
    [ -z "${PIP_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}"
    "$python" -m pip install -q --disable-pip-version-check --require-hashes -r "$root/requirements/uv.txt" >&2 &&
        "$python" -m uv pip install -q --python "$python" --require-hashes -r "$root/requirements/$1.txt" >&2 && return
    step "uv could not do it; trying with pip"
    "$python" -m pip install -q --disable-pip-version-check --require-hashes -r "$root/requirements/$1.txt" >&2 ||
        stop "the packages could not be installed; the lines above say why"
}

install_project() {
    "$python" -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e "$root" >&2 ||
        stop "Trialway itself could not be installed; the lines above say why"
}

prepare_environment() {
    venv=${TRIALWAY_VENV:-$root/.venv}
    python=$venv/bin/python
    stamp=$venv/.trialway-$1
    # The folder is part of the stamp: after a move the environment would still point to the old one.
    state="$root $(cat "$root/requirements/uv.txt" "$root/requirements/$1.txt" "$root/pyproject.toml" | cksum)"

    if is_new_enough "$python" && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then
        return
    fi
    if ! is_new_enough "$python" || ! "$python" -m pip --version >/dev/null 2>&1; then
        make_venv
    fi
    step "Installing the locked packages ($1)"
    install_locked "$1"
    step "Installing Trialway from $root"
    install_project
    printf '%s\n' "$state" >"$stamp"
}
