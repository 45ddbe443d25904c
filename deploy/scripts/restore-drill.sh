#!/usr/bin/env bash
# Restores a copy of an environment's database, verifies it, says how long that took, and throws it away.
set -euo pipefail
OPTIONS="dry-run yes"

usage() {
  cat <<'T'
restore-drill.sh staging|prod [--dry-run] [--yes]

Restores the database to the latest moment that can be restored, beside the one that runs and reachable by nothing else; compares every
projection in it with the fold of its events (projections verify); removes it again, whatever happened. Takes 15 to 40 minutes and costs cents.
T
}

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

APP="" COPY="" FUNCTION="" SECRET="" ALONE=true

clean_up() {
  local code=$?
  set +e
  [ -z "$FUNCTION" ] || aws lambda delete-function --region "$REGION" --function-name "$FUNCTION" >/dev/null
  [ -z "$SECRET" ] || aws secretsmanager delete-secret --region "$REGION" --secret-id "$SECRET" --force-delete-without-recovery >/dev/null
  if [ -n "$COPY" ]; then
    aws rds delete-db-instance --region "$REGION" --db-instance-identifier "$COPY" --skip-final-snapshot >/dev/null
    $ALONE || aws rds delete-db-cluster --region "$REGION" --db-cluster-identifier "$COPY" --skip-final-snapshot >/dev/null
  fi
  exit "$code"
}

# restore SOURCE SUBNETS GROUP: prints the copy's address.
restore() {
  local shared=(--region "$REGION" --use-latest-restorable-time --db-subnet-group-name "$2" --vpc-security-group-ids "$3" --tags "Key=Purpose,Value=drill")
  if $ALONE; then
    aws rds restore-db-instance-to-point-in-time "${shared[@]}" --source-db-instance-identifier "$1" --target-db-instance-identifier "$COPY" \
      --no-publicly-accessible --no-multi-az --no-deletion-protection >/dev/null
  else
    aws rds restore-db-cluster-to-point-in-time "${shared[@]}" --source-db-cluster-identifier "$1" --db-cluster-identifier "$COPY" \
      --serverless-v2-scaling-configuration MinCapacity=0.5,MaxCapacity=4 --no-deletion-protection >/dev/null
    aws rds create-db-instance --region "$REGION" --db-instance-identifier "$COPY" --db-cluster-identifier "$COPY" --engine aurora-postgresql \
      --db-instance-class db.serverless >/dev/null
  fi
  aws rds wait db-instance-available --region "$REGION" --db-instance-identifier "$COPY"
  aws rds describe-db-instances --region "$REGION" --db-instance-identifier "$COPY" --query 'DBInstances[0].Endpoint.Address' --output text
}

# A function of the same image, role and network as the one for jobs, that reads the copy's address and nothing else of its settings.
make_function() {
  local jobs=$1 host=$2 template
  local app; app=$(aws secretsmanager get-secret-value --region "$REGION" --secret-id "$(output "$APP" AppSecretArn)" --query SecretString --output text)
  SECRET=$PROJECT/$ENVIRONMENT/drill-$(date +%s)
  jq -n --arg host "$host" --arg app "$app" '($app | fromjson) as $role | {"ConnectionStrings:Titan":
    "Host=\($host);Port=5432;Database=titan;Username=\($role.username);Password=\($role.password);SSL Mode=VerifyFull;Root Certificate=/app/rds-ca.pem;Command Timeout=600"}' \
    | aws secretsmanager create-secret --region "$REGION" --name "$SECRET" --kms-key-id "$(output "$APP" KeyArn)" --secret-string file:///dev/stdin >/dev/null
  template=$(aws lambda get-function --region "$REGION" --function-name "$jobs" --output json | jq --arg name "$PROJECT-$ENVIRONMENT-drill" --arg secret "$SECRET" '{
    FunctionName: $name, PackageType: "Image", Code: {ImageUri: .Code.ImageUri}, Role: .Configuration.Role, Timeout: 900, MemorySize: 2048, ImageConfig: {Command: ["jobs"]},
    VpcConfig: (.Configuration.VpcConfig | {SubnetIds, SecurityGroupIds, Ipv6AllowedForDualStack: true}), LoggingConfig: (.Configuration.LoggingConfig // {}),
    Environment: {Variables: (.Configuration.Environment.Variables + {Secrets__Name: $secret, Database__IamAuth: "false"})}}')
  FUNCTION=$PROJECT-$ENVIRONMENT-drill
  aws lambda create-function --region "$REGION" --cli-input-json "$template" >/dev/null
  aws lambda wait function-active-v2 --region "$REGION" --function-name "$FUNCTION"
}

main() {
  parse "$@"
  local source subnets group jobs begun=$SECONDS host
  APP=$(stack "$REGION" "$(app_stack)")
  source=$(output "$APP" DatabaseId)
  [ -n "$source" ] || fail "There is no $(app_stack) yet."
  subnets=$(output "$APP" DatabaseSubnetGroup)
  group=$(output "$APP" DatabaseSecurityGroup)
  jobs=$(output "$APP" JobsFunction)
  confirm "This restores a copy of prod's database beside it."
  step "restore a copy of $source, verify it and remove it" || return 0
  case $source in *-aurora) ALONE=false ;; esac
  trap clean_up EXIT
  COPY=$PROJECT-$ENVIRONMENT-drill-$(date +%s)
  host=$(restore "$source" "$subnets" "$group")
  say "Restored after $((SECONDS - begun)) s; verifying"
  make_function "$jobs" "$host"
  run_job "$FUNCTION" "projections verify"
  say "The copy is sound: every projection equals the fold of its events. $((SECONDS - begun)) s in all"
}

main "$@"
