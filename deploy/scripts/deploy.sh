#!/usr/bin/env bash
# Brings an environment to what this checkout describes.
set -euo pipefail
OPTIONS="image-digest dry-run yes app-only rollback"

usage() {
  cat <<'T'
deploy.sh staging|prod [--image-digest sha256:…] [--app-only] [--dry-run] [--yes]

Deploys the stacks gym-app-shared, gym-app-edge and gym-app-ENVIRONMENT, migrates the database and moves traffic to the image.
Safe to run again: what is as it should be stays untouched.

  --image-digest  the image to run. Without it staging gets an image of this commit, built and pushed unless it was already;
                  prod keeps its own, or takes staging's the first time. Prod takes only what staging runs or prod has run.
  --app-only      leave gym-app-shared and gym-app-edge alone; what the pipeline does, whose role may not change them
  --dry-run       say what would be done, change nothing
  --yes           don't ask before changing prod
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

# rollback.sh sets it: traffic moves at once, and the database stays as it is.
ROLLBACK=${GYM_APP_ROLLBACK:-false}

build_image() {
  command -v docker >/dev/null || fail "Building needs docker; or name an image with --image-digest."
  [ -z "$(git -C "$ROOT" status --porcelain)" ] || fail "There are changes that are not committed: an image is named after its commit."
  local tag; tag=git-$(git -C "$ROOT" rev-parse HEAD)
  IMAGE_DIGEST=$(tagged "$tag") || exit 1
  [ -z "$IMAGE_DIGEST" ] || return 0
  step "build and push $REPOSITORY:$tag" || { IMAGE_DIGEST=sha256:$(printf '0%.0s' {1..64}); return 0; }
  aws ecr get-login-password --region "$REGION" | docker login --username AWS --password-stdin "${REPOSITORY%%/*}" >&2
  # Lambda takes one plain manifest: no attestations beside it.
  docker buildx build --platform linux/amd64 --provenance=false --sbom=false --push -t "$REPOSITORY:$tag" -f "$ROOT/deploy/Dockerfile" "$ROOT" >&2
  IMAGE_DIGEST=$(tagged "$tag") || exit 1
  [ -n "$IMAGE_DIGEST" ] || fail "The image was pushed, but the repository does not know $tag."
}

choose_image() {
  if [ "$ENVIRONMENT" = staging ]; then
    [ -n "$IMAGE_DIGEST" ] || build_image
    return
  fi
  local staging; staging=$(running "$STAGING")
  [ -n "$IMAGE_DIGEST" ] || IMAGE_DIGEST=${RUNNING:-$staging}
  [ -n "$IMAGE_DIGEST" ] || fail "Nothing runs on staging yet, and prod takes only what staging has tested."
  case $IMAGE_DIGEST in "$staging"|"$RUNNING"|"$PREVIOUS") ;; *) fail "Staging does not run $IMAGE_DIGEST, so prod does not take it." ;; esac
}

# What is deployed now.
read_environments() {
  STAGING=$(stack "$REGION" "$(app_stack_of staging)")
  PROD=$(stack "$REGION" "$(app_stack_of prod)")
  if [ "$ENVIRONMENT" = staging ]; then APP=$STAGING; else APP=$PROD; fi
}

# What the second region is told of the first.
edge_inputs() {
  EDGE_INPUTS=("StagingDistributionId=$(output "$STAGING" DistributionId)" "ProdDistributionId=$(output "$PROD" DistributionId)" "GlobalClusterId=$(output "$PROD" GlobalClusterId)")
}

# From the other stacks.
gather() {
  local edge shared
  shared=$(stack "$REGION" "$PROJECT-shared")
  edge=$(stack "$EDGE_REGION" "$PROJECT-edge")
  $DRY_RUN || { [ -n "$shared" ] && [ -n "$edge" ]; } || fail "There is no $PROJECT-shared or no $PROJECT-edge yet: run without --app-only first."
  REPOSITORY=$(output "$shared" RepositoryUri)
  BUILDER=$(output "$shared" "${ENVIRONMENT^}BuilderArn")
  $DRY_RUN || [ -n "$BUILDER" ] || fail "$PROJECT-shared is older than this checkout: run without --app-only first."
  TEMPLATES_BUCKET=$(output "$shared" TemplatesBucket)
  INPUTS=("Environment=$ENVIRONMENT" "RepositoryUri=$REPOSITORY" "RepositoryArn=$(output "$shared" RepositoryArn)"
    "ArchiveBucket=$(output "$shared" ArchiveBucket)" "SharedKeyArn=$(output "$shared" SharedKeyArn)"
    "CertificateArn=$(output "$edge" CertificateArn)" "WebAclArn=$(output "$edge" WebAclArn)" "CopyVaultArn=$(output "$edge" CopyVaultArn)")
  if $ROLLBACK; then INPUTS+=("CanaryConfig=CodeDeployDefault.LambdaAllAtOnce"); fi
}

# A release is everything that changes what serves.
release() { { cat "$TEMPLATES/app.yaml"; grep -vE '^(JobsImageDigest|PreviousImageDigest|OwnerRevision|Release)=' <<<"$1"; } | sha256sum | cut -c1-12; }

# deploy_app JOBS WEB PREVIOUS RELEASE [key=value…]
deploy_app() {
  deploy_stack "$REGION" app.yaml "$(app_stack)" --role "$BUILDER" "${INPUTS[@]}" \
    "JobsImageDigest=$1" "ImageDigest=$2" "PreviousImageDigest=$3" "Release=$4" "OwnerRevision=$OWNER_REVISION" "${@:5}"
}

# The environment's database, if there is one yet.
wake() {
  local database; database=$(output "$APP" DatabaseId)
  $DRY_RUN || [ -z "$database" ] || wake_database "$database"
}

check_health() {
  local url; url=$(output "$APP" PublicUrl)
  step "ask $url/health/ready" || return 0
  wake
  curl -fsS -o /dev/null --retry 20 --retry-delay 6 --retry-all-errors --max-time 30 "$url/health/ready" \
    || fail "$url does not answer. Go back with rollback.sh $ENVIRONMENT."
}

# Everything but the switch: the functions for jobs get the new image, what serves stays; then the database is migrated. The first time
# without the proxy: it signs in as a role that the migration makes, and CloudFormation would wait for it in vain.
prepare() {
  local first=() serving; serving=$(parameter "$APP" Release)
  if ! $ROLLBACK; then OWNER_REVISION=$(date +%s); fi
  if [ -z "$RUNNING" ]; then first=("DatabaseProxy=false"); fi
  deploy_app "$IMAGE_DIGEST" "${RUNNING:-$IMAGE_DIGEST}" "$PREVIOUS" "${serving:-$FIRST_RELEASE}" "${first[@]}"
  if $ROLLBACK || ! step "migrate the database of $ENVIRONMENT"; then return; fi
  APP=$(stack "$REGION" "$(app_stack)")
  wake
  run_job "$(output "$APP" MigrateFunction)" migrate
}

main() {
  parse "$@"
  parameter_file >/dev/null
  aws sts get-caller-identity --region "$REGION" >/dev/null || fail "There are no credentials that AWS takes."
  read_environments
  RUNNING=$(running "$APP")
  PREVIOUS=$(parameter "$APP" PreviousImageDigest)
  OWNER_REVISION=$(parameter "$APP" OwnerRevision)
  OWNER_REVISION=${OWNER_REVISION:-1}
  confirm "This changes prod."
  edge_inputs
  if ! $APP_ONLY; then
    deploy_stack "$REGION" shared.yaml "$PROJECT-shared"
    deploy_stack "$EDGE_REGION" edge.yaml "$PROJECT-edge" "${EDGE_INPUTS[@]}"
  fi
  gather
  choose_image
  local lines release told="${EDGE_INPUTS[*]}"
  lines=$(overrides "$TEMPLATES/app.yaml" "${INPUTS[@]}" "ImageDigest=$IMAGE_DIGEST")
  release=$(release "$lines")
  wake
  if [ "$IMAGE_DIGEST" != "$RUNNING" ]; then
    prepare
    PREVIOUS=$RUNNING
  fi
  deploy_app "$IMAGE_DIGEST" "$IMAGE_DIGEST" "$PREVIOUS" "$release"
  read_environments
  edge_inputs
  if ! $APP_ONLY && [ "$told" != "${EDGE_INPUTS[*]}" ]; then deploy_stack "$EDGE_REGION" edge.yaml "$PROJECT-edge" "${EDGE_INPUTS[@]}"; fi
  label "$IMAGE_DIGEST"
  check_health
  $DRY_RUN || say "$ENVIRONMENT runs the image"
  printf '%s\n' "$IMAGE_DIGEST"
}

main "$@"
