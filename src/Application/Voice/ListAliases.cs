using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>The words that mean an exercise to this account only, newest first. At most 200: they come in one page.</summary>
public sealed record ListAliases : IQuery<Page<AliasView>>;

/// <summary>A learned name as served.</summary>
/// <param name="Phrase">The words, lower case.</param>
/// <param name="Name">The exercise's name.</param>
public sealed record AliasView(Guid Id, string Phrase, string ExerciseId, string Name, DateTimeOffset LearnedAt);

internal sealed class ListAliasesHandler(IProjections projections, ExerciseCatalog catalog, CommandScope scope)
    : IRequestHandler<ListAliases, Result<Page<AliasView>>>
{
    public async Task<Result<Page<AliasView>>> Handle(ListAliases query, CancellationToken cancellationToken)
    {
        var learned = await projections.Load<LearnedAliases>(scope.AccountId, Situations.Aliases, cancellationToken) ?? LearnedAliases.None;
        var names = (await catalog.All(cancellationToken)).ToDictionary(exercise => exercise.Id, exercise => exercise.Name);
        return new Page<AliasView>(
            [.. learned.Items.Reverse().Select(alias => new AliasView(
                alias.Id, alias.Phrase, alias.ExerciseId, names.GetValueOrDefault(alias.ExerciseId, alias.ExerciseId), alias.LearnedAt))],
            null);
    }
}
