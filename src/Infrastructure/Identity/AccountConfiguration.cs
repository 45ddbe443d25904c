using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Identity's user and passkey (its schema version 3) on our tables. What is not in use has no column: user names, phones, lockout
/// (limits are counted per address and account), stamps (sessions are rows, and writers queue on the account's stream), claims, logins.
/// </summary>
internal sealed class AccountConfiguration : IEntityTypeConfiguration<AccountRow>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    /// <summary>Two registrations took the same address.</summary>
    public const string EmailKey = "ux_accounts_normalized_email", EmailColumn = "accounts.normalized_email";

    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.ToTable("accounts").HasKey(a => a.Id).HasName("pk_accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(320);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(320);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique().HasDatabaseName(EmailKey);
        builder.Property(a => a.Status).HasMaxLength(20);
        builder.Ignore(a => a.UserName).Ignore(a => a.NormalizedUserName)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled)
            .Ignore(a => a.LockoutEnabled).Ignore(a => a.LockoutEnd).Ignore(a => a.AccessFailedCount)
            .Ignore(a => a.SecurityStamp).Ignore(a => a.ConcurrencyStamp);
        builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(p => p.UserId)
            .HasConstraintName("fk_passkeys_accounts").IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("passkeys").HasKey(p => p.CredentialId).HasName("pk_passkeys");
        // WebAuthn: a credential id has at most 1023 bytes.
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.HasIndex(p => p.UserId).HasDatabaseName("ix_passkeys_account_id");
        builder.OwnsOne(p => p.Data, data => data.ToJson("data"));
    }
}
