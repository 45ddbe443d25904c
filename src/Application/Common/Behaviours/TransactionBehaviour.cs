using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>A command runs in one transaction under its command id, whose lock only a living account has.</summary>
internal sealed class TransactionBehaviour<TRequest, T>(IUnitOfWork unitOfWork, CommandScope scope) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : ICommand<T>
{
    public Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        scope.MayBeStale = false;
        return unitOfWork.Run(scope, request.Documents, _ => next(), cancellationToken);
    }
}
