using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>A command runs in one transaction under its command id; a query runs without.</summary>
internal sealed class TransactionBehaviour<TRequest, T>(IUnitOfWork unitOfWork, CommandScope scope) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next) =>
        request is ICommand<T> command
            ? unitOfWork.Run(scope, command.Documents, _ => next(), cancellationToken)
            : next();
}
