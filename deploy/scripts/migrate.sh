#!/usr/bin/env bash
# Brings an environment's database up to date with the image that its functions for jobs have.
set -euo pipefail
OPTIONS="dry-run yes"

usage() {
  cat <<'T'
migrate.sh staging|prod [--dry-run] [--yes]

Migrates the database as the owner of its tables and grants the app's role what it needs. deploy.sh does it by itself before it switches;
by hand it is for what a broken deployment left, and for a new password of the app's role.
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

main() {
  parse "$@"
  local app; app=$(stack "$REGION" "$(app_stack)")
  [ -n "$app" ] || fail "There is no $(app_stack) yet."
  confirm "This migrates prod's database."
  step "look the owner's password up anew, and migrate the database of $ENVIRONMENT" || return 0
  update_parameters "$REGION" "$app" "OwnerRevision=$(date +%s)"
  wake_database "$(output "$app" DatabaseId)"
  run_job "$(output "$app" MigrateFunction)" migrate
  say "The database of $ENVIRONMENT is up to date"
}

main "$@"
