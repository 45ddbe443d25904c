#!/usr/bin/env bash
# The trials in full, against the host as it is published. Takes the better part of an hour; ./test.sh runs them in short.
set -euo pipefail
cd "$(dirname "$0")/../.."
host=$(mktemp -d); trap 'rm -rf "$host"' EXIT
dotnet publish src/Api -c Release -p:SkipWeb=true -o "$host"
dotnet build tests/Endurance -p:SkipWeb=true
TITAN_ENDURANCE=full TITAN_TEST_HOST="$host/TitanTrakr.Api.dll" dotnet test tests/Endurance --no-build --logger "console;verbosity=normal" "$@"
