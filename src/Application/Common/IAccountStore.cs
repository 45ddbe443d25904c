using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>Account rows: who may write, and how they like things shown.</summary>
public interface IAccountStore
{
    /// <summary>The account, or null when it is gone.</summary>
    Task<AccountView?> Find(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Whether the account is there and may act.</summary>
    Task<bool> IsActive(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Guests that neither wrote nor refreshed anything since then; at most so many.</summary>
    Task<IReadOnlyList<Guid>> IdleGuests(DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>Whether it is one of those.</summary>
    Task<bool> IsIdleGuest(Guid accountId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Changes the settings; part of the running unit of work.</summary>
    Task SaveSettings(Guid accountId, AccountSettings settings, CancellationToken cancellationToken);
}

/// <summary>An account as served.</summary>
/// <param name="EmailConfirmed">Whether a link that was mailed there was followed.</param>
/// <param name="HasPassword">Whether it can be signed in to with one; else by passkey only, or, as a guest, not at all.</param>
public sealed record AccountView(
    Guid Id, string? Email, bool IsGuest, DateTimeOffset CreatedAt, AccountSettings Settings, bool EmailConfirmed = false, bool HasPassword = false);

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
