using MediatR;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>All that the grammar on the phone needs to understand sentences as this account means them.</summary>
public sealed record GetVoiceContext : IRequest<Result<VoiceContextView>>;

/// <summary>The situation a sentence is said in, as the phone is given it. It may bring <paramref name="Workout"/> and focus up to date itself.</summary>
/// <param name="Unit">The account's unit.</param>
/// <param name="Bar">The account's bar; null is 20 kg or 45 lb.</param>
/// <param name="Bars">Bars by exercise.</param>
/// <param name="Plates">Plates at hand; null is a usual gym's.</param>
/// <param name="Workout">What runs; null when nothing does.</param>
/// <param name="FocusExerciseId">The exercise touched last.</param>
/// <param name="LastSessions">The last session's sets of every exercise done before.</param>
/// <param name="BestKilograms">The best load in kg of every exercise done before, today's included.</param>
/// <param name="OpenOptions">What the open question can be answered with.</param>
/// <param name="OpenTranscript">The sentence it is about.</param>
/// <param name="Exercises">One's own exercises; the library is built in.</param>
/// <param name="Aliases">What was learned.</param>
public sealed record VoiceContextView(
    WeightUnit Unit,
    Load? Bar,
    IReadOnlyDictionary<string, Load> Bars,
    IReadOnlyList<decimal>? Plates,
    VoiceWorkout? Workout,
    string? FocusExerciseId,
    IReadOnlyList<VoiceTemplate> Templates,
    IReadOnlyDictionary<string, IReadOnlyList<VoiceSet>> LastSessions,
    IReadOnlyDictionary<string, decimal> BestKilograms,
    IReadOnlyList<VoiceOption> OpenOptions,
    string? OpenTranscript,
    IReadOnlyList<Exercise> Exercises,
    IReadOnlyList<LearnedAlias> Aliases);

internal sealed class GetVoiceContextHandler(Situations situations) : IRequestHandler<GetVoiceContext, Result<VoiceContextView>>
{
    public async Task<Result<VoiceContextView>> Handle(GetVoiceContext query, CancellationToken cancellationToken)
    {
        var loaded = await situations.Load(cancellationToken, ProjectionKeys.ExerciseHistory(""), ProjectionKeys.PersonalRecords(""));
        if (!loaded.IsOk)
        {
            return loaded.Error;
        }

        var learned = await situations.Learned(cancellationToken);
        return View(await situations.Now(loaded.Value.Situation, Known(loaded.Value.Keys), cancellationToken), loaded.Value.Own, learned);
    }

    private static string[] Known(IReadOnlyList<string> keys) =>
        [.. keys.Where(key => key.Contains(':', StringComparison.Ordinal) && key != VoiceTalk.Key).Select(key => key.Split(':')[1]).Distinct()];

    private static VoiceContextView View(VoiceContext context, IReadOnlyList<Exercise> own, LearnedAliases learned) => new(
        context.Unit, context.DefaultBar, context.Bars, context.Plates, context.Workout, context.FocusExerciseId, context.Templates,
        context.LastSessions, context.BestKilograms, context.OpenOptions, context.OpenTranscript, own, learned.Items);
}
