using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>
/// A command runs in one transaction under its command id, whose lock only a living account has; a query runs without, so that the account
/// is asked for first: a token that outlived it reads nothing.
/// </summary>
internal sealed class TransactionBehaviour<TRequest, T>(IUnitOfWork unitOfWork, IAccountStore accounts, CommandScope scope)
    : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        if (request is ICommand<T> command)
        {
            return await unitOfWork.Run(scope, command.Documents, _ => next(), cancellationToken);
        }

        return request is not IQuery<T> || await accounts.IsActive(scope.AccountId, cancellationToken) ? await next() : new AccountGone();
    }
}
