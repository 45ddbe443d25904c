using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>What happened to the account's safety lately, newest first: sign-ins, refusals, tokens and passkeys made and taken back.</summary>
public sealed record ListAuditEntries : IQuery<AuditEntries>;

/// <summary>The latest entries, at most 50.</summary>
public sealed record AuditEntries(IReadOnlyList<AuditEntry> Items);

internal sealed class ListAuditEntriesHandler(IAuditLog audit, CommandScope scope) : IRequestHandler<ListAuditEntries, Result<AuditEntries>>
{
    private const int Most = 50;

    public async Task<Result<AuditEntries>> Handle(ListAuditEntries query, CancellationToken cancellationToken) =>
        new AuditEntries(await audit.Latest(scope.AccountId, Most, cancellationToken));
}
