using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>
/// A query runs without a transaction, so that the account is asked for first: a token that outlived it reads nothing. A session goes with
/// its account, and is asked for by the store, at no cost.
/// </summary>
internal sealed class AccountBehaviour<TRequest, T>(IAccountStore accounts, CommandScope scope) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        scope.MayBeStale = request is IStaleQuery<T>;

        // The store asks for a session with the first statement that it sends. Nobody yet has no account.
        var isAsked = request is not IQuery<T> || scope.SessionId is not null || scope.AccountId == Guid.Empty;
        return isAsked || await accounts.IsActive(scope.AccountId, cancellationToken) ? await next() : new AccountGone();
    }
}
