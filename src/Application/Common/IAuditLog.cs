namespace TitanTrakr.Application.Common;

/// <summary>
/// Who did what to an account's safety, and when: ids only, in a table of its own. An entry belongs to its account and goes with it; an
/// entry without an account stays.
/// </summary>
public interface IAuditLog
{
    /// <summary>
    /// Writes an entry: at once outside a unit of work, with its commit inside one. So a refusal, which rolls its unit back, is recorded
    /// outside of it. Of an account that is gone nothing is kept.
    /// </summary>
    /// <param name="accountId">Whose it is; null for what no account can be named for.</param>
    /// <param name="subjectId">The session, token or passkey it is about, if one is.</param>
    Task Record(AuditKind kind, Guid? accountId, Guid? subjectId, CancellationToken cancellationToken);

    /// <summary>Takes entries from before a moment away, and answers how many; none of the last thirty days.</summary>
    Task<int> Expire(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>The account's latest entries, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> Latest(Guid accountId, int limit, CancellationToken cancellationToken);
}

/// <summary>What an entry of the audit log says. Stored by name: a name never changes.</summary>
public enum AuditKind
{
    /// <summary>A sign-in, by password or passkey.</summary>
    SignedIn,

    /// <summary>A wrong password or a passkey that did not prove itself.</summary>
    SignInRefused,

    /// <summary>A refresh token came a second time: its family was ended.</summary>
    RefreshReused,

    /// <summary>A session was ended by its owner.</summary>
    SessionEnded,

    /// <summary>A guest became a full account, or an account was opened with an e-mail.</summary>
    Registered,

    /// <summary>The password was changed or reset.</summary>
    PasswordChanged,

    /// <summary>The e-mail was changed.</summary>
    EmailChanged,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was taken away.</summary>
    PasskeyRemoved,

    /// <summary>A personal access token was made.</summary>
    TokenMade,

    /// <summary>A personal access token was taken back.</summary>
    TokenRevoked,

    /// <summary>A guest's workouts were brought into the account.</summary>
    Merged,

    /// <summary>Everything one owns was downloaded.</summary>
    Exported,

    /// <summary>A limit was reached, noted once in its window.</summary>
    LimitHit,

    /// <summary>An account was deleted. Carries no account: nothing of it may stay.</summary>
    AccountDeleted,
}

/// <summary>An entry as served.</summary>
public sealed record AuditEntry(AuditKind Kind, DateTimeOffset At, Guid? SubjectId);
