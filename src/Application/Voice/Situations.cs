using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Templates;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Application.Voice;

/// <summary>Puts together the situation a sentence is said in, from this account's projections alone.</summary>
internal sealed class Situations(
    IVoiceSources sources, IProjections projections, WorkoutSession session, Conversation conversation, ExerciseIndexes indexes,
    IExerciseStore own, ExerciseCatalog catalog, TemplateCatalog templates, CommandScope scope)
{
    /// <summary>The key of what was learned.</summary>
    public const string Aliases = "voice_aliases";

    private static readonly string[] Always = [ProjectionKeys.CurrentWorkout, ProjectionKeys.ExercisePreferences, VoiceTalk.Key, Aliases];
    private static readonly string[] Before = [.. Always, ProjectionKeys.Templates];

    /// <summary>In one round trip and without a lock; whether the command was answered before comes with it.</summary>
    /// <param name="more">Further documents wanted, see <see cref="IVoiceSources.Load"/>.</param>
    public async Task<Result<Loaded>> Load(CancellationToken cancellationToken, params string[] more)
    {
        var found = await sources.Load(scope.AccountId, scope.CommandId, [.. Before, .. more], cancellationToken);
        if (found.Settings is not { } settings)
        {
            return new AccountGone();
        }

        var preferences = await catalog.Preferences(cancellationToken);
        var mine = Mine(found.Own, preferences);
        var situation = new Situation(
            settings, indexes.Of(mine, await Learned(cancellationToken)), [.. (await templates.All(cancellationToken)).Select(InShort)], Bars(preferences));
        return new Loaded(situation, mine, found.IsReplay, found.Keys);
    }

    /// <summary>The sentence's context now: under the lock when a unit of work runs.</summary>
    /// <param name="exerciseIds">Exercises whose past bears on it though they are not in the workout.</param>
    public async Task<VoiceContext> Now(Situation situation, IReadOnlyCollection<string> exerciseIds, CancellationToken cancellationToken)
    {
        await projections.Prefetch(scope.AccountId, [.. exerciseIds.SelectMany(PastOf)], cancellationToken);
        var past = new List<Past>();
        foreach (var id in exerciseIds)
        {
            past.Add(new(
                id,
                await projections.Load<ExerciseHistory>(scope.AccountId, ProjectionKeys.ExerciseHistory(id), cancellationToken),
                await projections.Load<ExerciseRecords>(scope.AccountId, ProjectionKeys.PersonalRecords(id), cancellationToken)));
        }

        return situation.Context(await session.Current(cancellationToken), await conversation.Open(cancellationToken), past);
    }

    /// <summary>What this account taught.</summary>
    public async Task<LearnedAliases> Learned(CancellationToken cancellationToken) =>
        await projections.Load<LearnedAliases>(scope.AccountId, Aliases, cancellationToken) ?? LearnedAliases.None;

    /// <summary>The names this account's exercises go by.</summary>
    public async Task<ExerciseIndex> Exercises(CancellationToken cancellationToken) =>
        indexes.Of(
            Mine(await own.Own(scope.AccountId, cancellationToken), await catalog.Preferences(cancellationToken)), await Learned(cancellationToken));

    /// <summary>The documents a unit of work needs for a reading.</summary>
    public static IReadOnlyCollection<string> Documents(VoiceReading reading) => [.. Always, .. Named(reading).SelectMany(PastOf)];

    /// <summary>Every exercise that a reading or its options name.</summary>
    public static IReadOnlyCollection<string> Named(VoiceReading reading) =>
        [.. reading.Commands.Concat(reading.Options.SelectMany(option => option.Commands)).SelectMany(command => command.ExercisesOf()).Distinct()];

    // One's own exercises, and those of the library that this account does in its own way.
    private static IReadOnlyList<Exercise> Mine(IReadOnlyList<Exercise> own, PreferenceList preferences) =>
    [
        .. own.Select(exercise => preferences.Of(exercise.Id).Applied(exercise)),
        .. preferences.ByExercise.Where(one => one.Value is { Equipment: not null } or { Measure: not null })
            .Select(one => ExerciseLibrary.Find(one.Key) is { } exercise ? one.Value.Applied(exercise) : null).OfType<Exercise>(),
    ];

    private static Dictionary<string, Load> Bars(PreferenceList preferences) =>
        preferences.ByExercise.Where(one => one.Value.BarLoad is not null).ToDictionary(one => one.Key, one => one.Value.BarLoad!);

    private static VoiceTemplate InShort(Template template) =>
        new(template.Id.ToString(), template.Name, [.. template.Exercises.Select(exercise => exercise.ExerciseId)]);

    private static IEnumerable<string> PastOf(string exerciseId) =>
        [ProjectionKeys.ExerciseHistory(exerciseId), ProjectionKeys.PersonalRecords(exerciseId)];
}

/// <summary>A situation, and what came with it.</summary>
internal sealed record Loaded(Situation Situation, IReadOnlyList<Exercise> Own, bool IsReplay, IReadOnlyList<string> Keys);
