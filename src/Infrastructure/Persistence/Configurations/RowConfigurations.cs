using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Persistence.Configurations;

internal sealed class RowConfigurations :
    IEntityTypeConfiguration<StreamRow>,
    IEntityTypeConfiguration<CommandRow>,
    IEntityTypeConfiguration<ProjectionRow>,
    IEntityTypeConfiguration<ExerciseRow>,
    IEntityTypeConfiguration<DeletionRow>
{
    public void Configure(EntityTypeBuilder<StreamRow> builder)
    {
        builder.ToTable("streams").HasKey(s => s.AccountId).HasName("pk_streams");
        builder.Property(s => s.AccountId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<CommandRow> builder)
    {
        builder.ToTable("commands").HasKey(c => new { c.AccountId, c.CommandId }).HasName("pk_commands");
        builder.Property(c => c.Fingerprint).HasMaxLength(128);
    }

    public void Configure(EntityTypeBuilder<ProjectionRow> builder)
    {
        builder.ToTable("projections").HasKey(p => new { p.AccountId, p.Key }).HasName("pk_projections");
        builder.Property(p => p.Key).HasMaxLength(255);
    }

    public void Configure(EntityTypeBuilder<ExerciseRow> builder)
    {
        builder.ToTable("exercises").HasKey(e => new { e.AccountId, e.Id }).HasName("pk_exercises");
        builder.Property(e => e.Id).HasMaxLength(100);
        builder.Property(e => e.MergedInto).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<DeletionRow> builder)
    {
        builder.ToTable("deletions").HasKey(d => d.AccountId).HasName("pk_deletions");
        builder.Property(d => d.AccountId).ValueGeneratedNever();
    }
}
