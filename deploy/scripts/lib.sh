# shellcheck shell=bash disable=SC2034  # what is set here is read by the scripts
# What the scripts share. Sourced; every script sets its own options and usage before.

# A failure inside $(…) ends the script too.
shopt -s inherit_errexit

REGION=us-west-1
EDGE_REGION=us-east-1
PROJECT=gym-app
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
TEMPLATES=$ROOT/deploy/cloudformation
# What a first deployment is until it is through: traffic goes to no release, and the database may not be migrated.
FIRST_RELEASE=000000000000
PARAMETERS=${GYM_APP_PARAMETERS:-$TEMPLATES/parameters}
export AWS_PAGER=""

ENVIRONMENT="" IMAGE_DIGEST="" DRY_RUN=false YES=false APP_ONLY=false

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
wrong() { say "$*"; say "See --help."; exit 2; }

# Reads the command line. Which options a script takes is its OPTIONS: "dry-run yes image-digest app-only".
parse() {
  while [ $# -gt 0 ]; do
    case $1 in
      --help|-h) usage; exit 0 ;;
      --dry-run|--yes|--app-only|--image-digest)
        case " $OPTIONS " in *" ${1#--} "*) ;; *) wrong "There is no option $1 here." ;; esac ;;&
      --dry-run) DRY_RUN=true ;;
      --yes) YES=true ;;
      --app-only) APP_ONLY=true ;;
      --image-digest) shift; IMAGE_DIGEST=${1:-} ; [[ $IMAGE_DIGEST =~ ^sha256:[0-9a-f]{64}$ ]] || wrong "A digest is sha256: and 64 hexadecimal digits." ;;
      -*) wrong "There is no option $1." ;;
      *) [ -z "$ENVIRONMENT" ] || wrong "One environment at a time."; ENVIRONMENT=$1 ;;
    esac
    shift
  done
  case $ENVIRONMENT in staging|prod) ;; "") wrong "Which environment? staging or prod." ;; *) wrong "There is no environment \"$ENVIRONMENT\", only staging and prod." ;; esac
  local tool
  for tool in aws jq; do command -v "$tool" >/dev/null || fail "This needs $tool."; done
}

# Prod is asked for, unless --yes or a dry run.
confirm() {
  if [ "$ENVIRONMENT" != prod ] || $YES || $DRY_RUN; then return; fi
  local answer=""
  read -r -p "$1 Type prod to go on: " answer || true
  [ "$answer" = prod ] || fail "Not confirmed; nothing was changed."
}

# Says what is about to happen; in a dry run that is all, and the caller skips it.
step() { if $DRY_RUN; then say "would: $*"; return 1; else say "$*"; fi; }

app_stack_of() { printf '%s-%s' "$PROJECT" "$1"; }
app_stack() { app_stack_of "$ENVIRONMENT"; }

# The stack as JSON, or nothing where there is none. Any other error is one. What it says is read with output and parameter.
stack() {
  local answer
  if answer=$(aws cloudformation describe-stacks --region "$1" --stack-name "$2" --output json 2>&1); then
    jq '.Stacks[0] | select(.StackStatus != "REVIEW_IN_PROGRESS" and .StackStatus != "DELETE_COMPLETE")' <<<"$answer"
  elif [[ $answer != *"does not exist"* ]]; then
    fail "$answer"
  fi
}

output() { jq -r --arg key "$2" '.Outputs[]? | select(.OutputKey == $key) | .OutputValue' <<<"$1"; }
parameter() { jq -r --arg key "$2" '.Parameters[]? | select(.ParameterKey == $key) | .ParameterValue' <<<"$1"; }

# The image that an environment runs; none before its first deployment is through.
running() { [ "$(parameter "$1" Release)" = $FIRST_RELEASE ] || parameter "$1" ImageDigest; }

parameter_names() { awk '/^Parameters:/ {inside = 1; next} /^[A-Z]/ {inside = 0} inside && /^  [A-Za-z0-9]+:$/ {gsub(/[ :]/, ""); print}' "$1"; }

parameter_file() {
  local file=$PARAMETERS/$ENVIRONMENT.json
  [ -f "$file" ] || fail "There is no $file."
  local missing; missing=$(jq -r 'to_entries[] | select(.value | tostring | test("REPLACE")) | .key' "$file")
  [ -z "$missing" ] || fail "Fill in $file first: $(tr '\n' ' ' <<<"$missing")"
  printf '%s' "$file"
}

# Key=value lines for a template: what the file says of its parameters, then what the caller adds or replaces.
overrides() {
  local template=$1 file; file=$(parameter_file) || exit 1
  shift
  local names; names=$(parameter_names "$template" | jq -R . | jq -s .)
  jq -nr --argjson names "$names" --slurpfile file "$file" \
    '$file[0] + ([$ARGS.positional[] | capture("^(?<key>[^=]+)=(?<value>.*)$")] | from_entries) | to_entries[] | select(.key | IN($names[])) | "\(.key)=\(.value)"' \
    --args "$@"
}

# deploy_stack REGION TEMPLATE STACK [--role ARN] key=value…: creates or updates, waits, and does nothing where nothing changed.
deploy_stack() {
  local region=$1 template=$2 name=$3 role=()
  shift 3
  if [ "${1:-}" = --role ]; then role=(--role-arn "$2"); shift 2; fi
  local lines; lines=$(overrides "$TEMPLATES/$template" "$@") || exit 1
  if $DRY_RUN; then differences "$region" "$name" "$lines"; return; fi
  local values; mapfile -t values <<<"$lines"
  # A template beyond 51,200 bytes has to come from a bucket, which is in the first region.
  local bucket=(); [ "$(wc -c <"$TEMPLATES/$template")" -le 51200 ] || bucket=(--s3-bucket "$TEMPLATES_BUCKET" --s3-prefix "$name")
  # By its tag staging's roles know what is prod's.
  local tags=("Application=$PROJECT"); if [ "$name" = "$(app_stack)" ]; then tags+=("Environment=$ENVIRONMENT"); fi
  say "$name in $region: deploying $template"
  if ! aws cloudformation deploy --region "$region" --stack-name "$name" --template-file "$TEMPLATES/$template" "${bucket[@]}" "${role[@]}" \
      --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset --tags "${tags[@]}" --parameter-overrides "${values[@]}" >&2; then
    explain "$region" "$name"
    fail "$name was not deployed; CloudFormation has gone back to what was."
  fi
}

# What a failed deployment failed of.
explain() {
  aws cloudformation describe-stack-events --region "$1" --stack-name "$2" --output json 2>/dev/null \
    | jq -r '[.StackEvents[] | select(.ResourceStatus | endswith("_FAILED"))][:5][] | "  \(.LogicalResourceId): \(.ResourceStatusReason)"' >&2 || true
}

differences() {
  local found; found=$(stack "$1" "$2") || exit 1
  if [ -z "$found" ]; then say "would: create $2 in $1"; return; fi
  jq -r --arg lines "$3" --arg name "$2" '(.Parameters // [] | map({(.ParameterKey): .ParameterValue}) | add // {}) as $now
    | [$lines | split("\n")[] | capture("^(?<key>[^=]+)=(?<value>.*)$") | select($now[.key] != .value) | "would: set \(.key) of \($name) to \(.value)"]
    | if length == 0 then "would: leave the parameters of \($name) as they are, and apply its template" else .[] end' <<<"$found" >&2
}

# update_parameters REGION STACK-AS-JSON key=value…: changes parameters of a stack whose template stays as it is deployed.
update_parameters() {
  local region=$1 found=$2 name
  shift 2
  name=$(jq -r .StackName <<<"$found")
  local values; values=$(jq -c '([$ARGS.positional[] | capture("^(?<key>[^=]+)=(?<value>.*)$")] | from_entries) as $new
    | [.Parameters[] | if $new[.ParameterKey] != null then {ParameterKey, ParameterValue: $new[.ParameterKey]} else {ParameterKey, UsePreviousValue: true} end]' \
    --args "$@" <<<"$found")
  aws cloudformation update-stack --region "$region" --stack-name "$name" --use-previous-template --capabilities CAPABILITY_NAMED_IAM --parameters "$values" >/dev/null
  if ! aws cloudformation wait stack-update-complete --region "$region" --stack-name "$name"; then
    explain "$region" "$name"
    fail "$name was not updated; CloudFormation has gone back to what was."
  fi
}

# Runs a verb of the host in one of the environment's functions, and fails when it does.
run_job() {
  local function=$1 verb=$2 folder answer
  folder=$(mktemp -d)
  jq -n --arg verb "$verb" '{verb: $verb}' >"$folder/payload.json"
  answer=$(aws lambda invoke --region "$REGION" --function-name "$function" --cli-read-timeout 900 --payload "fileb://$folder/payload.json" "$folder/answer.json" --output json) \
    || { rm -rf "$folder"; fail "$function could not be invoked."; }
  if jq -e '.FunctionError' <<<"$answer" >/dev/null; then
    say "$function, $verb: $(cat "$folder/answer.json")"
    rm -rf "$folder"
    fail "The job failed; its log is under /$PROJECT/$ENVIRONMENT."
  fi
  rm -rf "$folder"
}

# Staging's database sleeps at night; whoever needs it wakes it: to migrate, to change it, to ask for the host's health, for a last snapshot.
wake_database() {
  local id=$1 status
  if status=$(aws rds describe-db-instances --region "$REGION" --db-instance-identifier "$id" --query 'DBInstances[0].DBInstanceStatus' --output text 2>/dev/null); then
    if [ "$status" = stopped ]; then aws rds start-db-instance --region "$REGION" --db-instance-identifier "$id" >/dev/null; fi
    if [ "$status" != available ]; then say "Waiting for the database, which is $status"; aws rds wait db-instance-available --region "$REGION" --db-instance-identifier "$id"; fi
  else
    status=$(aws rds describe-db-clusters --region "$REGION" --db-cluster-identifier "$id" --query 'DBClusters[0].Status' --output text)
    if [ "$status" = stopped ]; then aws rds start-db-cluster --region "$REGION" --db-cluster-identifier "$id" >/dev/null; fi
    if [ "$status" != available ]; then say "Waiting for the database, which is $status"; aws rds wait db-cluster-available --region "$REGION" --db-cluster-identifier "$id"; fi
  fi
}

# The digest that a tag stands for, or nothing.
tagged() {
  local answer
  if answer=$(aws ecr describe-images --region "$REGION" --repository-name "$PROJECT" --image-ids "imageTag=$1" --query 'imageDetails[0].imageDigest' --output text 2>&1); then
    printf '%s' "$answer"
  elif [[ $answer != *ImageNotFoundException* && $answer != *RepositoryNotFoundException* ]]; then
    fail "$answer"
  fi
}

# Moves the label of the environment to a digest.
label() {
  local digest=$1 now manifest
  now=$(tagged "$ENVIRONMENT") || exit 1
  [ "$now" != "$digest" ] || return 0
  step "label $digest as $ENVIRONMENT" || return 0
  manifest=$(aws ecr batch-get-image --region "$REGION" --repository-name "$PROJECT" --image-ids "imageDigest=$digest" --query 'images[0].imageManifest' --output text)
  aws ecr put-image --region "$REGION" --repository-name "$PROJECT" --image-tag "$ENVIRONMENT" --image-manifest "$manifest" >/dev/null
}
