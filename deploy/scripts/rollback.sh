#!/usr/bin/env bash
# Goes back to the image that served before.
set -euo pipefail
OPTIONS="dry-run yes"

usage() {
  cat <<'T'
rollback.sh staging|prod [--dry-run] [--yes]

Moves all traffic back to the image before, at once. The schema stays: every migration is one that the release before works with.
Run again, it goes forward again.
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

main() {
  parse "$@"
  local app previous
  app=$(stack "$REGION" "$(app_stack)")
  previous=$(parameter "$app" PreviousImageDigest)
  [ -n "$previous" ] || fail "There is nothing to go back to on $ENVIRONMENT."
  confirm "This takes prod back to $previous."
  local options=(--image-digest "$previous" --app-only --yes)
  if $DRY_RUN; then options+=(--dry-run); fi
  GYM_APP_ROLLBACK=true exec "$(dirname "$0")/deploy.sh" "$ENVIRONMENT" "${options[@]}"
}

main "$@"
