namespace TitanTrakr.Application.Common;

/// <summary>Attempts counted in the database, so that all processes share the counts.</summary>
public interface ILimits
{
    /// <summary>Counts one attempt under each quota; answers the hit that keeps one waiting longest, or null when all have room.</summary>
    Task<LimitHit?> Count(IReadOnlyCollection<Quota> quotas, CancellationToken cancellationToken);
}

/// <summary>How often a subject may try within a window that begins with its first attempt.</summary>
/// <param name="Name">What is limited, such as <c>login</c>; never changes.</param>
/// <param name="Subject">Who is limited: an account's id, an address, an e-mail. Stored as a digest only.</param>
/// <param name="Most">Attempts that pass.</param>
public sealed record Quota(string Name, string Subject, int Most, TimeSpan Window);

/// <summary>A quota that is used up.</summary>
/// <param name="RetryAfter">Until its window ends.</param>
/// <param name="IsFirst">Whether this attempt is the first one refused in the window.</param>
public sealed record LimitHit(string Name, TimeSpan RetryAfter, bool IsFirst);
