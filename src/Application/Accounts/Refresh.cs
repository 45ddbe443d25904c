using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Trades the refresh token of a cookie for the next one and a new access token.</summary>
public sealed record Refresh(string? RefreshToken) : IRequest<Result<SignedIn>>;

internal sealed class RefreshHandler(ISessions sessions) : IRequestHandler<Refresh, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(Refresh command, CancellationToken cancellationToken) =>
        command.RefreshToken is { Length: > 0 and <= 100 } token ? await sessions.Refresh(token, cancellationToken) : new RefreshRefused();
}
