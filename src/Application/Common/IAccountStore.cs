using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Account rows: who may write, and how they like things shown.</summary>
public interface IAccountStore
{
    /// <summary>Makes an account and its empty stream, committed at once.</summary>
    Task<AccountView> CreateGuest(Guid accountId, CancellationToken cancellationToken);

    /// <summary>The account, or null when it is gone.</summary>
    Task<AccountView?> Find(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Whether the account is there and may act.</summary>
    Task<bool> IsActive(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Changes the settings; part of the running unit of work.</summary>
    Task SaveSettings(Guid accountId, AccountSettings settings, CancellationToken cancellationToken);
}

/// <summary>An account as served.</summary>
public sealed record AccountView(Guid Id, string? Email, bool IsGuest, DateTimeOffset CreatedAt, AccountSettings Settings);

/// <summary>How one account likes things. Weights in <see cref="WeightUnit"/>.</summary>
/// <param name="RestSeconds">Default rest between sets, 0 to 3600 s.</param>
/// <param name="BarLoad">The default bar; null means 20 kg, or 45 lb on a pound account.</param>
public sealed record AccountSettings(
    WeightUnit WeightUnit = WeightUnit.Kg,
    int RestSeconds = 120,
    bool SpeakBack = true,
    string Locale = "en",
    string TimeZone = "UTC",
    Load? BarLoad = null,
    IReadOnlyList<decimal>? Plates = null);
