using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>An entry of the audit log. Goes with its account.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }
    public Guid? AccountId { get; set; }
    public AuditKind Kind { get; set; }
    public Guid? SubjectId { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>Attempts of one subject in its running window.</summary>
internal sealed class LimitRow
{
    /// <summary>Digest of what is limited and whom: no address and no e-mail is kept.</summary>
    public string Key { get; set; } = "";
    public int Count { get; set; }

    /// <summary>Milliseconds since 1970.</summary>
    public long EndsAt { get; set; }
}
