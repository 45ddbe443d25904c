using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Workouts;

namespace TitanTrakr.Application.Accounts;

/// <summary>Reads a guest's templates and body weight, as they would come into the account that asks.</summary>
internal sealed class GuestBelongings(IProjections projections, IBodyWeights weights, IExerciseStore exercises)
{
    private const int Page = 100;

    /// <summary>All of them; an exercise that the guest has merged is what it was merged into.</summary>
    public async Task<Belongings> Read(Guid guestId, CancellationToken cancellationToken)
    {
        var list = await projections.Load<TemplateList>(guestId, ProjectionKeys.Templates, cancellationToken) ?? TemplateList.Empty;
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in list.Templates.SelectMany(template => template.Exercises).Select(planned => planned.ExerciseId).Distinct())
        {
            merged[id] = id;
            while (await exercises.MergedInto(guestId, merged[id], cancellationToken) is { } into)
            {
                merged[id] = into;
            }
        }

        return Renamed(new Belongings(list.Templates, await Weighed(guestId, cancellationToken)), merged);
    }

    /// <summary>The same with exercises that are known under other ids.</summary>
    public static Belongings Renamed(Belongings along, IReadOnlyDictionary<string, string> known) => along with
    {
        Templates = [.. along.Templates.Select(template => template with
        {
            Exercises = [.. template.Exercises.Select(planned => planned with { ExerciseId = known.GetValueOrDefault(planned.ExerciseId, planned.ExerciseId) })],
        })],
    };

    private async Task<List<BodyWeight>> Weighed(Guid guestId, CancellationToken cancellationToken)
    {
        var all = new List<BodyWeight>();
        while (await weights.Page(guestId, all.Count == 0 ? null : (all[^1].MeasuredAt, all[^1].Id), Page, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }
}
