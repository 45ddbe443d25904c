using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Persistence.Configurations;

internal sealed class EventConfiguration : IEntityTypeConfiguration<EventRow>
{
    /// <summary>Two writers took the same number: the later one has to run again.</summary>
    public const string SequenceKey = "ux_events_account_id_sequence";

    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(e => e.Id).HasName("pk_events");
        builder.Property(e => e.EventType).HasMaxLength(50);
        builder.Property(e => e.SchemaVersion).HasDefaultValue(1).ValueGeneratedNever();
        builder.HasIndex(e => e.EventId).IsUnique().HasDatabaseName("ux_events_event_id");
        builder.HasIndex(e => new { e.AccountId, e.Sequence }).IsUnique().HasDatabaseName(SequenceKey);
        builder.HasIndex(e => e.EventType).HasDatabaseName("ix_events_event_type");
        builder.HasIndex(e => e.Timestamp).HasDatabaseName("ix_events_timestamp");
    }
}
