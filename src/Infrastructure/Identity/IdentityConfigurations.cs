using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>All of it goes with its account: the keys keep a sign-in from outliving an account that is deleted at the same moment.</summary>
internal sealed class IdentityConfigurations :
    IEntityTypeConfiguration<SessionRow>,
    IEntityTypeConfiguration<RefreshTokenRow>,
    IEntityTypeConfiguration<CreationRow>,
    IEntityTypeConfiguration<ChallengeRow>,
    IEntityTypeConfiguration<MailedLinkRow>,
    IEntityTypeConfiguration<PersonalAccessTokenRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions").HasKey(s => s.Id).HasName("pk_sessions");
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId)
            .HasConstraintName("fk_sessions_accounts").OnDelete(DeleteBehavior.Cascade);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.HasIndex(s => s.AccountId).HasDatabaseName("ix_sessions_account_id");
    }

    public void Configure(EntityTypeBuilder<RefreshTokenRow> builder)
    {
        builder.ToTable("refresh_tokens").HasKey(t => t.Hash).HasName("pk_refresh_tokens");
        builder.HasIndex(t => t.SessionId).HasDatabaseName("ix_refresh_tokens_session_id");
        builder.HasOne<SessionRow>().WithMany().HasForeignKey(t => t.SessionId)
            .HasConstraintName("fk_refresh_tokens_sessions").OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CreationRow> builder)
    {
        builder.ToTable("creations").HasKey(c => c.KeyHash).HasName("pk_creations");
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId)
            .HasConstraintName("fk_creations_accounts").OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.Fingerprint).HasMaxLength(128);
        builder.HasIndex(c => c.AccountId).HasDatabaseName("ix_creations_account_id");
    }

    public void Configure(EntityTypeBuilder<ChallengeRow> builder)
    {
        builder.ToTable("challenges").HasKey(c => c.Hash).HasName("pk_challenges");
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId)
            .HasConstraintName("fk_challenges_accounts").OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.ExpiresAt).HasDatabaseName("ix_challenges_expires_at");
        builder.HasIndex(c => c.AccountId).HasDatabaseName("ix_challenges_account_id");
    }

    public void Configure(EntityTypeBuilder<MailedLinkRow> builder)
    {
        builder.ToTable("mailed_links").HasKey(l => l.Hash).HasName("pk_mailed_links");
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId)
            .HasConstraintName("fk_mailed_links_accounts").OnDelete(DeleteBehavior.Cascade);
        builder.Property(l => l.Purpose).HasMaxLength(20);
        builder.Property(l => l.Email).HasMaxLength(320);
        builder.HasIndex(l => l.AccountId).HasDatabaseName("ix_mailed_links_account_id");
    }

    public void Configure(EntityTypeBuilder<PersonalAccessTokenRow> builder)
    {
        builder.ToTable("personal_access_tokens").HasKey(k => k.Id).HasName("pk_personal_access_tokens");
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId)
            .HasConstraintName("fk_personal_access_tokens_accounts").OnDelete(DeleteBehavior.Cascade);
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.Scopes).HasMaxLength(100);
        builder.HasIndex(k => k.Hash).IsUnique().HasDatabaseName("ux_personal_access_tokens_hash");
        builder.HasIndex(k => k.AccountId).HasDatabaseName("ix_personal_access_tokens_account_id");
    }
}
