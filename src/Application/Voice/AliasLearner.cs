using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Voice;

/// <summary>
/// Learns an account's own words for exercises: from options picked, from sets moved to the exercise that was meant, and from what a model
/// read and the lifter let stand.
/// </summary>
internal sealed class AliasLearner(
    Conversation conversation, Situations situations, WorkoutSession session, IEventStore events, AliasProjector projector)
{
    /// <summary>Before a breath is applied: what a model read earlier is learned, unless this breath takes it back.</summary>
    public async Task Settle(IReadOnlyList<VoiceCommand> commands, ExerciseIndex exercises, CancellationToken cancellationToken)
    {
        var waiting = (await conversation.Load(cancellationToken)).Heard.Where(heard => heard.ByModel).ToList();
        if (waiting.Count == 0 || commands.Any(TakesBack))
        {
            return;
        }

        var latest = await session.Latest(cancellationToken);
        foreach (var heard in waiting.Where(heard => Stands(latest, heard)))
        {
            await Learn(heard.Name, heard.ExerciseId, exercises, cancellationToken);
        }

        await conversation.Forget([.. waiting.Select(heard => heard.SetId)], cancellationToken);
    }

    /// <summary>After an option was picked: the words of the question's sentence mean its exercise.</summary>
    public async Task Picked(OpenQuestion question, IReadOnlyList<VoiceCommand> option, VoiceContext before, CancellationToken cancellationToken)
    {
        if (question.Name is { } name && IsAboutExercises(question, before) && Single(option) is { } picked)
        {
            await Learn(name, picked, before.Exercises, cancellationToken);
        }
    }

    /// <summary>After a breath was applied: remembers the words its sets came in by, in case they are put right.</summary>
    public async Task Remember(string? name, bool byModel, CancellationToken cancellationToken)
    {
        if (name is null || await session.Latest(cancellationToken) is not { } workout)
        {
            return;
        }

        var logged = events.Appended.Select(recorded => recorded.Event).OfType<SetLogged>().ToList();
        var names = workout.Exercises.ToDictionary(entry => entry.Id, entry => entry.ExerciseId);
        // Words that brought sets of two exercises name neither.
        if (logged.Select(set => names.GetValueOrDefault(set.EntryId)).Distinct().ToList() is [{ } exerciseId])
        {
            await conversation.Hear([.. logged.Select(set => new HeardSet(set.SetId, name, exerciseId, byModel))], cancellationToken);
        }
    }

    /// <summary>After a set was moved to the exercise that was meant: the words it came in by mean that one.</summary>
    public async Task Moved(Guid setId, string exerciseId, CancellationToken cancellationToken)
    {
        var talk = await conversation.Load(cancellationToken);
        if (talk.Heard.FirstOrDefault(heard => heard.SetId == setId) is not { } heard || heard.ExerciseId == exerciseId)
        {
            return;
        }

        await Learn(heard.Name, exerciseId, await situations.Exercises(cancellationToken), cancellationToken);
        // Its neighbours came in by the same words: the first correction has taught them.
        await conversation.Forget([.. talk.Heard.Where(other => other.Name == heard.Name).Select(other => other.SetId)], cancellationToken);
    }

    private async Task Learn(string name, string exerciseId, ExerciseIndex exercises, CancellationToken cancellationToken)
    {
        var known = await situations.Learned(cancellationToken);
        if (known.Learn(Guid.CreateVersion7(), name, exerciseId, exercises) is { } learned)
        {
            await projector.Apply(events.Append([learned], session.At)[0], cancellationToken);
        }
    }

    private static bool TakesBack(VoiceCommand command) =>
        command is VoiceCommand.Undo or VoiceCommand.RemoveSet or VoiceCommand.CorrectSet or VoiceCommand.ReplaceExercise or VoiceCommand.RemoveExercise;

    private static bool Stands(Workout? workout, HeardSet heard) =>
        workout?.Exercises.Any(entry => entry.ExerciseId == heard.ExerciseId && entry.Sets.Any(set => set.Id == heard.SetId)) ?? false;

    private static string? Single(IReadOnlyList<VoiceCommand> commands) =>
        commands.Select(command => command.ExerciseOf()).OfType<string>().Distinct().ToList() is [var only] ? only : null;

    // Its options name different exercises, or one that only the words can have brought up.
    private static bool IsAboutExercises(OpenQuestion question, VoiceContext before)
    {
        var named = question.Options.SelectMany(option => option.Commands).Select(command => command.ExerciseOf()).OfType<string>().Distinct().ToList();
        return named.Count > 1 || (named.Count == 1 && named[0] != before.FocusExerciseId);
    }
}
