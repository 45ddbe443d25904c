using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TitanTrakr.Infrastructure.Identity;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The tables. One derived context a provider, for its migrations.</summary>
internal abstract class TitanDbContext : DbContext
{
    protected TitanDbContext(DbContextOptions options)
        : base(options)
    {
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<RefreshTokenRow> RefreshTokens => Set<RefreshTokenRow>();
    public DbSet<CreationRow> Creations => Set<CreationRow>();
    public DbSet<ChallengeRow> Challenges => Set<ChallengeRow>();
    public DbSet<MailedLinkRow> MailedLinks => Set<MailedLinkRow>();
    public DbSet<PersonalAccessTokenRow> PersonalAccessTokens => Set<PersonalAccessTokenRow>();
    public DbSet<StreamRow> Streams => Set<StreamRow>();
    public DbSet<CommandRow> Commands => Set<CommandRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<ProjectionRow> Projections => Set<ProjectionRow>();
    public DbSet<WorkoutRow> Workouts => Set<WorkoutRow>();
    public DbSet<WorkoutExerciseRow> WorkoutExercises => Set<WorkoutExerciseRow>();
    public DbSet<ExerciseRow> Exercises => Set<ExerciseRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<SessionChunkRow> SessionChunks => Set<SessionChunkRow>();
    public DbSet<AggregateRow> Aggregates => Set<AggregateRow>();
    public DbSet<BodyWeightRow> BodyWeights => Set<BodyWeightRow>();
    public DbSet<ReplayRow> Replays => Set<ReplayRow>();

    /// <summary>On whose behalf it works; null outside of a scope. Contexts are pooled: each lease says it anew.</summary>
    public Caller? Caller { get; set; }

    protected abstract string JsonColumnType { get; }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StoredText.Guard(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TitanDbContext).Assembly);
        modelBuilder.Entity<AccountRow>().Property(a => a.Settings).HasColumnType(JsonColumnType);
        modelBuilder.Entity<EventRow>().Property(e => e.Payload).HasColumnType(JsonColumnType);
        modelBuilder.Entity<ProjectionRow>().Property(p => p.Data).HasColumnType(JsonColumnType);
        modelBuilder.Entity<WorkoutRow>().Property(w => w.Data).HasColumnType(JsonColumnType);
        modelBuilder.Entity<ExerciseRow>().Property(e => e.Data).HasColumnType(JsonColumnType);
        modelBuilder.Entity<SessionChunkRow>().Property(c => c.Summary).HasColumnType(JsonColumnType);
        modelBuilder.Entity<SessionChunkRow>().Property(c => c.Sessions).HasColumnType(JsonColumnType);
        modelBuilder.Entity<AggregateRow>().Property(a => a.Data).HasColumnType(JsonColumnType);
        modelBuilder.Entity<BodyWeightRow>().Property(b => b.Data).HasColumnType(JsonColumnType);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name == "UserId" ? "AccountId" : property.Name));
            }
        }
    }
}

internal sealed class PostgresTitanDbContext(DbContextOptions<PostgresTitanDbContext> options) : TitanDbContext(options)
{
    protected override string JsonColumnType => "jsonb";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();

    internal sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTimeOffset>(t => t.ToUniversalTime(), t => t);
}

internal sealed class SqliteTitanDbContext(DbContextOptions<SqliteTitanDbContext> options) : TitanDbContext(options)
{
    protected override string JsonColumnType => "TEXT";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Microseconds>();

    /// <summary>Microseconds since 1970 sort as numbers and are as fine as PostgreSQL's.</summary>
    internal sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(
        t => Times.ToMicroseconds(t), m => Times.FromMicroseconds(m));
}
