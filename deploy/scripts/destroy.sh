#!/usr/bin/env bash
# Takes an environment down. What must not be lost stays: a snapshot of the database, backups, keys, images, the event archive.
set -euo pipefail
OPTIONS="dry-run yes"

usage() {
  cat <<'T'
destroy.sh staging|prod [--dry-run] [--yes]

Deletes the stack gym-app-ENVIRONMENT. The database leaves a last snapshot; vaults, keys and published versions are kept.
Prod's database is protected: take DeletionProtection off by hand first, which is meant to take a moment.
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

main() {
  parse "$@"
  local found; found=$(stack "$REGION" "$(app_stack)")
  if [ -z "$found" ]; then say "There is no $(app_stack)."; return; fi
  confirm "This deletes prod."
  step "delete $(app_stack)" || return 0
  local database; database=$(output "$found" DatabaseId)
  # What failed half way may have lost its database already.
  if [ -n "$database" ] && [ "$(jq -r .StackStatus <<<"$found")" != DELETE_FAILED ]; then wake_database "$database"; fi
  aws cloudformation delete-stack --region "$REGION" --stack-name "$(app_stack)"
  aws cloudformation wait stack-delete-complete --region "$REGION" --stack-name "$(app_stack)"
}

main "$@"
