#!/usr/bin/env bash
# The product beside its peers, on this machine, in one run: prints docs/performance.md's table and writes JSON. See Load/run.py for what it takes.
#   benchmarks/run.sh [--rounds 3] [--scale 1] [--only logset] [--json FILE]    benchmarks/run.sh --smoke    benchmarks/run.sh --help
set -euo pipefail
cd "$(dirname "$0")"
missing=()
ls /usr/lib/postgresql/*/bin/pgbench >/dev/null 2>&1 || missing+=(postgresql)
command -v wrk >/dev/null || missing+=(wrk)
command -v python3 >/dev/null || missing+=(python3-minimal)
# The stack is Debian's, and so is the Python that runs it.
/usr/bin/python3 -c 'import fastapi, uvicorn, asyncpg, uvloop, httptools' 2>/dev/null || missing+=(python3-fastapi uvicorn python3-asyncpg python3-uvloop python3-httptools)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then echo "These packages are missing, and installing them takes root: ${missing[*]}" >&2; exit 1; fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || { echo "These packages could not be installed: ${missing[*]}" >&2; exit 1; }
fi
exec python3 Load/run.py "$@"
