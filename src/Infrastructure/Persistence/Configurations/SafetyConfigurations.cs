using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TitanTrakr.Infrastructure.Identity;

namespace TitanTrakr.Infrastructure.Persistence.Configurations;

internal sealed class SafetyConfigurations : IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<LimitRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit").HasKey(a => a.Id).HasName("pk_audit");
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(a => new { a.AccountId, a.Id }).HasDatabaseName("ix_audit_account_id");
        // Written outside the account's lock: the key keeps an entry from outliving an account that is deleted at the same moment.
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(a => a.AccountId)
            .HasConstraintName("fk_audit_accounts").OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LimitRow> builder)
    {
        builder.ToTable("limits").HasKey(l => l.Key).HasName("pk_limits");
        builder.Property(l => l.Key).HasMaxLength(64);
        builder.HasIndex(l => l.EndsAt).HasDatabaseName("ix_limits_ends_at");
    }
}
