using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Persistence.Configurations;

internal sealed class HistoryConfiguration :
    IEntityTypeConfiguration<SessionChunkRow>,
    IEntityTypeConfiguration<AggregateRow>,
    IEntityTypeConfiguration<BodyWeightRow>,
    IEntityTypeConfiguration<ReplayRow>
{
    public void Configure(EntityTypeBuilder<SessionChunkRow> builder)
    {
        builder.ToTable("session_chunks").HasKey(c => new { c.AccountId, c.ExerciseId, c.Number }).HasName("pk_session_chunks");
        builder.Property(c => c.ExerciseId).HasMaxLength(100);
        builder.HasIndex(c => new { c.AccountId, c.ExerciseId, c.FromAt, c.FromId })
            .IsDescending(false, false, true, true)
            .HasDatabaseName("ix_session_chunks_from");
    }

    public void Configure(EntityTypeBuilder<AggregateRow> builder) =>
        builder.ToTable("aggregates").HasKey(a => new { a.AccountId, a.Slot }).HasName("pk_aggregates");

    public void Configure(EntityTypeBuilder<BodyWeightRow> builder)
    {
        builder.ToTable("body_weights").HasKey(b => new { b.AccountId, b.Id }).HasName("pk_body_weights");
        builder.HasIndex(b => new { b.AccountId, b.MeasuredAt, b.Id })
            .IsDescending(false, true, true)
            .HasDatabaseName("ix_body_weights_measured_at");
    }

    public void Configure(EntityTypeBuilder<ReplayRow> builder)
    {
        builder.ToTable("replays").HasKey(r => r.AccountId).HasName("pk_replays");
        builder.Property(r => r.AccountId).ValueGeneratedNever();
        builder.Property(r => r.Fold).HasMaxLength(64);
    }
}
