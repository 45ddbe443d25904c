#!/usr/bin/env bash
# Format, build and every test, on a PostgreSQL of its own that is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d); pgbin=""
run_pg() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() { [ -z "$pgbin" ] || run_pg "$pgbin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
install() { [ "$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; }
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql
command -v chromium >/dev/null || install chromium
command -v redis-server >/dev/null || install redis-server
command -v python3 >/dev/null || install python3-minimal

# Built and started often, and never for long: what code has been through is not worth watching.
export DOTNET_TieredPGO=0
# White space only: the rules of style are the build's, as errors.
dotnet format whitespace . --folder --verify-no-changes --exclude web/node_modules --exclude '**/obj' --exclude '**/bin' & format=$!
dotnet build TitanTrakr.sln
wait "$format"

pgbin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)")
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
password=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')
printf '%s' "$password" > "$work/password"
[ "$(id -u)" != 0 ] || chown -R postgres "$work"
(cd "$work" && run_pg "$pgbin/initdb" -D "$work/data" -U titan -A scram-sha-256 --pwfile="$work/password" >/dev/null)
(cd "$work" && run_pg "$pgbin/pg_ctl" -D "$work/data" -w -l "$work/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work -c max_connections=300 -c fsync=off" start >/dev/null)
export TITAN_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=titan;Password=$password;Database=postgres"

export results=$PWD/TestResults; rm -rf "$results"; mkdir -p "$results"
suite() {  # what [a name for the part, a filter of its tests]: what it printed comes as a whole when it has ended
  local what=$1 part=${2:+-$2} filter=(${3:+--filter "$3"}) name log
  name=$(basename "$(dirname "$what")")$part; log="$results/$name.log"
  case $what in
    *.csproj) set -- dotnet test "$what" --no-build "${filter[@]}" --logger "trx;LogFileName=$name.trx" --results-directory "$results" ;;
    web/package.json) set -- npm test --prefix web -- --reporter=default --reporter=json --outputFile="$results/web.json" ;;
    *) set -- "$what" ;;  # not .NET: prints its own "N passed, N failed, N skipped"
  esac
  "$@" > "$log" 2>&1 || touch "$results/failed"
  # A runner that is ended from outside may say that all is well, but leaves no results.
  case $what in *.csproj) [ -f "$results/$name.trx" ] || touch "$results/failed" ;; esac
  cat "$log"
}
export -f suite
# The longest first, one more at a time than there are processors, as each waits for half of its time. The browser's say things at a lifter's
# pace, two lifters at a time; those that change what is served, or measure, come last and alone.
api=tests/Api.Tests/Api.Tests.csproj web=tests/Web.Tests/Web.Tests.csproj
xargs -P "$(($(nproc) + 1))" -L 1 bash -c 'suite "$@"' - <<S
$web others TestCategory!=Alone
tests/Deploy/test.sh
$api others FullyQualifiedName!~Postgres
$api postgres FullyQualifiedName~Postgres
tests/Endurance/Endurance.csproj
$(find tests -mindepth 2 -maxdepth 2 \( -name '*.csproj' -o -name test.sh \) | grep -vE '^tests/(Api.Tests|Web.Tests|Deploy|Endurance|Testing)/' | sort)
web/package.json
S
suite "$web" alone TestCategory=Alone
python3 - "$results" <<'P'
import glob, json, os, re, sys
passed = failed = skipped = 0
for name in glob.glob(sys.argv[1] + "/*.trx"):
    text = open(name, encoding="utf-8").read()
    counters = dict(re.findall(r'(\w+)="(\d+)"', re.search(r"<Counters [^>]*>", text).group(0)))
    passed += int(counters["passed"]); failed += int(counters["failed"])
    skipped += int(counters["total"]) - int(counters["passed"]) - int(counters["failed"])
for name in glob.glob(sys.argv[1] + "/web.json"):
    web = json.load(open(name))
    passed += web["numPassedTests"]; failed += web["numFailedTests"]; skipped += web["numPendingTests"]
for name in glob.glob(sys.argv[1] + "/*.log"):
    for count in re.findall(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", open(name, encoding="utf-8").read(), re.M)[-1:]:
        passed += int(count[0]); failed += int(count[1]); skipped += int(count[2])
if os.path.exists(sys.argv[1] + "/failed") and failed == 0: failed = 1  # a runner that died is a failure
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(failed > 0)
P
