# Sourced by scripts/test: the browser and the throwaway PostgreSQL server that some tests use.
# Each is found, or installed through apt-get when root, or its lack explained.

no_chromium='install Chromium, or name it with CHROMIUM=/path/to/chromium'
no_postgres='install a PostgreSQL server, or name one with TRIALWAY_TEST_POSTGRES=postgresql://user@host/name'
postgres_folder=''

chromium_in_path() {
    for candidate in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$candidate" && return
    done
}

find_chromium() {
    CHROMIUM=${CHROMIUM:-$(chromium_in_path || true)}
    if [ -z "$CHROMIUM" ] && can_apt && apt_install chromium fonts-liberation; then
        CHROMIUM=$(chromium_in_path || true)
    fi
    if [ -z "$CHROMIUM" ]; then
        step "No Chromium: $no_chromium"
    fi
    export CHROMIUM
}

postgres_programs() {
    for initdb in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb || true)"; do
        [ ! -x "$initdb" ] || dirname -- "$initdb"
    done | tail -n 1
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        su -s /bin/sh "$postgres_user" -c "$1"
    else
        sh -c "$1"
    fi
}

start_postgres() {
    [ -z "${TRIALWAY_TEST_POSTGRES:-}" ] || return 0
    programs=$(postgres_programs)
    if [ -z "$programs" ] && can_apt && apt_install postgresql; then
        programs=$(postgres_programs)
    fi
    if [ -z "$programs" ]; then
        step "No PostgreSQL: $no_postgres"
        return 0
    fi
    step "Starting a throwaway PostgreSQL server"
    postgres_user=nobody
    ! id postgres >/dev/null 2>&1 || postgres_user=postgres
    postgres_folder=$(mktemp -d /tmp/trialway-postgres.XXXXXX)
    [ "$(id -u)" != 0 ] || chown "$postgres_user" "$postgres_folder"
    if (
        cd "$postgres_folder" &&
            as_postgres "'$programs/initdb' -D data -U trialway -A trust -E UTF8 --no-sync >log 2>&1" &&
            as_postgres "'$programs/pg_ctl' -D data -w -l log -o \"-k $postgres_folder -c listen_addresses='' -c fsync=off\" start >>log 2>&1"
    ); then
        TRIALWAY_TEST_POSTGRES="postgresql://trialway@/postgres?host=$postgres_folder"
        export TRIALWAY_TEST_POSTGRES
    else
        no_postgres="the server did not start: $(tail -n 3 "$postgres_folder/log" 2>/dev/null | tr '\n' ' ')"
        step "No PostgreSQL: $no_postgres"
    fi
}

stop_postgres() {
    if [ -n "$postgres_folder" ]; then
        (cd "$postgres_folder" && as_postgres "'$programs/pg_ctl' -D data -m immediate stop >/dev/null 2>&1" || true)
        rm -rf "$postgres_folder"
    fi
}
