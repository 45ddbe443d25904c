using FluentValidation;
using MediatR;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>Shape before anything else: one validator after the other, as they may share a scope.</summary>
internal sealed class ValidationBehaviour<TRequest, T>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var faults = new List<FluentValidation.Results.ValidationFailure>();
        foreach (var validator in validators)
        {
            faults.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);
        }

        return faults.Count == 0 ? await next() : new ValidationError(ByMember(faults));
    }

    private static Dictionary<string, string[]> ByMember(List<FluentValidation.Results.ValidationFailure> faults) =>
        faults.GroupBy(fault => CamelCase(fault.PropertyName))
            .ToDictionary(group => group.Key, group => group.Select(fault => fault.ErrorMessage).Distinct().ToArray());

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(member => member.Length == 0 ? member : char.ToLowerInvariant(member[0]) + member[1..]));
}
