#!/usr/bin/env bash
# Compiles EF Core's model of each database into src/Infrastructure/Persistence/CompiledModels; after a change of the tables, a test asks for it.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore
for provider in Sqlite Postgres; do
  rm -rf "src/Infrastructure/Persistence/CompiledModels/$provider"
done
dotnet build src/Infrastructure
for provider in Sqlite Postgres; do
  dotnet ef dbcontext optimize --no-build --project src/Infrastructure --startup-project src/Infrastructure --context "${provider}TitanDbContext" \
    --output-dir "Persistence/CompiledModels/$provider" --namespace "TitanTrakr.Infrastructure.Persistence.CompiledModels.$provider"
done
find src/Infrastructure/Persistence/CompiledModels -name "*.cs" -exec sed -i '1s/^\xEF\xBB\xBF//; s/^    public partial class /    internal partial class /' {} +
