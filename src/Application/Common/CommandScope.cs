namespace TitanTrakr.Application.Common;

/// <summary>Under which account, id and time the commands of one request run. One a DI scope; the door that takes the request fills it.</summary>
public sealed class CommandScope
{
    private Guid? _commandId;
    private Func<string>? _digest;
    private string? _fingerprint;

    /// <summary>The account that asks.</summary>
    public Guid AccountId { get; set; }

    /// <summary>The session that the caller's token belongs to; null for a personal access token and for operations.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>What the caller's device calls itself; at most 200 characters.</summary>
    public string Device { get; set; } = "";

    /// <summary>Whether the client sent <see cref="CommandId"/> itself.</summary>
    public bool HasGivenKey { get; set; }

    /// <summary>The id the client made for this command (its Idempotency-Key); made here when it sent none.</summary>
    public Guid CommandId
    {
        get => _commandId ??= Guid.CreateVersion7();
        set => _commandId = value;
    }

    /// <summary>Digest of what was asked under <see cref="CommandId"/>: a replay must carry the same one. Empty where nothing is kept.</summary>
    public string Fingerprint
    {
        get => _fingerprint ??= _digest?.Invoke() ?? "";
        set => _fingerprint = value;
    }

    /// <summary>Has the fingerprint worked out when somebody asks for it: one of a secret is slow on purpose, and who is refused needs none.</summary>
    public void FingerprintBy(Func<string> digest) => (_digest, _fingerprint) = (digest, null);

    /// <summary>When it happened by the client's clock; null means now.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>The versions that <c>If-Match</c> names, where there is one: what is written must have one of them. Null once that is known.</summary>
    public IReadOnlyList<int>? ExpectedVersions { get; set; }

    /// <summary>Whether what is read now may be moments old.</summary>
    public bool MayBeStale { get; set; }

    /// <summary>Whether the answer is the stored one of an earlier run.</summary>
    public bool Replayed { get; set; }

    /// <summary>The answer as it was stored with the command, now or when it came first; null for a query.</summary>
    public WrittenAnswer? Written { get; set; }
}
