using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef</c>, which asks for a context without a host.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresTitanDbContext>
{
    public PostgresTitanDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTitanDbContext>().UseNpgsql("Host=localhost").Options);
}

/// <summary>For <c>dotnet ef</c>, which asks for a context without a host.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteTitanDbContext>
{
    public SqliteTitanDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTitanDbContext>().UseSqlite("Data Source=:memory:").Options);
}
