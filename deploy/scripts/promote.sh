#!/usr/bin/env bash
# Brings to prod what staging runs, and nothing else.
set -euo pipefail
OPTIONS="image-digest dry-run yes app-only"

usage() {
  cat <<'T'
promote.sh [prod] [--image-digest sha256:…] [--app-only] [--dry-run] [--yes]

Deploys to prod the very image that staging runs: migration first, then a canary that goes back by itself on alarms.

  --image-digest  the image that was tested; refused unless staging runs it
  --app-only      leave gym-app-shared and gym-app-edge alone
  --dry-run       say what would be done, change nothing
  --yes           don't ask
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

main() {
  case " $* " in *" staging "*) wrong "Images are promoted to prod." ;; *" prod "*) parse "$@" ;; *) parse prod "$@" ;; esac
  local found staging jobs
  found=$(stack "$REGION" "$(app_stack_of staging)")
  staging=$(running "$found")
  jobs=$(parameter "$found" JobsImageDigest)
  [ -n "$staging" ] || fail "Nothing runs on staging."
  [ "$staging" = "$jobs" ] || fail "A deployment of staging is under way, or broke off: it has not finished with $jobs."
  [ "${IMAGE_DIGEST:-$staging}" = "$staging" ] || fail "Staging runs $staging, not $IMAGE_DIGEST: what it doesn't run isn't promoted."
  confirm "This brings $staging to prod."
  local options=(--image-digest "$staging" --yes)
  if $DRY_RUN; then options+=(--dry-run); fi
  if $APP_ONLY; then options+=(--app-only); fi
  exec "$(dirname "$0")/deploy.sh" prod "${options[@]}"
}

main "$@"
