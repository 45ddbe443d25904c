using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice.Spoken;

/// <summary>An answer, once to read and once to hear.</summary>
public sealed record Reply(string Message, string Speech);

/// <summary>Answers that the situation itself holds, with no look into the past: the same on the phone and on the server.</summary>
public static class PlainAnswers
{
    /// <summary>The answer, or null where the past must be asked.</summary>
    public static Reply? To(VoiceCommand question, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return question switch
        {
            VoiceCommand.AskConvert ask => Converted(ask.Load, ask.Unit),
            VoiceCommand.AskPlates ask => Plates(ask.Load, context),
            VoiceCommand.AskProgress => Progress(context.Workout),
            VoiceCommand.AskNext => Next(context),
            VoiceCommand.AskTemplate ask => Template(ask.TemplateId, context),
            VoiceCommand.AskRest => Same("Your rest timer is on the screen."),
            _ => null,
        };
    }

    private static Reply Same(string text) => new(text, text);

    private static Reply Converted(Load load, WeightUnit unit)
    {
        var other = Sums.Converted(load, unit);
        return new($"{Amounts.Read(load)} is {Amounts.Read(other)}.", $"{Amounts.Hear(load)} is {Amounts.Hear(other)}.");
    }

    private static Reply Plates(Load load, VoiceContext context)
    {
        var own = context.FocusExerciseId is { } focus ? context.Bars.GetValueOrDefault(focus) : null;
        var (side, missing, bar) = Sums.Plates(load, own ?? context.DefaultBar, context.Plates);
        if (load.Value < bar.Value)
        {
            return new($"The bar alone is {Amounts.Read(bar)}.", $"The bar alone is {Amounts.Hear(bar)}.");
        }

        var rest = missing == 0 ? "" : $" That leaves {Amounts.Read(new Load(decimal.Round(missing, 3), load.Unit))} over.";
        var heard = missing == 0 ? "" : $" That leaves {Amounts.Hear(new Load(decimal.Round(missing, 3), load.Unit))} over.";
        return side.Count == 0
            ? new($"Just the bar, {Amounts.Read(bar)}.{rest}", $"Just the bar, {Amounts.Hear(bar)}.{heard}")
            : new(
                $"Each side of the {Amounts.Read(bar)} bar: {string.Join(" + ", side.Select(Amounts.Number))}.{rest}",
                $"Each side: {string.Join(", ", side.Select(SpokenNumber.Words))}.{heard}");
    }

    private static Reply Progress(VoiceWorkout? workout)
    {
        if (workout is null)
        {
            return Same("No workout is running.");
        }

        var sets = workout.Entries.Sum(entry => entry.Sets.Count);
        var exercises = workout.Entries.Count(entry => entry.Sets.Count > 0);
        var open = workout.Entries.Sum(entry => Math.Max(0, (entry.TargetSets ?? 0) - entry.Sets.Count));
        var left = open == 0 ? "" : $", {SpokenNumber.Words(open)} still planned";
        return new(
            $"{Count(sets, "set")} so far, over {Count(exercises, "exercise")}{(open == 0 ? "" : $", {open} still planned")}.",
            $"{Spoken(sets, "set")} so far, over {Spoken(exercises, "exercise")}{left}.");
    }

    private static Reply Next(VoiceContext context)
    {
        var entries = context.Workout?.Entries ?? [];
        var focus = context.IndexOf(context.FocusExerciseId);
        // What is in hand first, then what follows it, then what was passed over.
        var next = entries.Skip(Math.Max(0, focus)).Concat(entries.Take(Math.Max(0, focus))).FirstOrDefault(IsOpen);
        if (context.Workout is null || next is null)
        {
            return Same(context.Workout is null ? "No workout is running." : "Nothing more is planned.");
        }

        var load = next.TargetLoad ?? (context.LastSessions.GetValueOrDefault(next.ExerciseId) is [var first, ..] ? first.Load : null);
        var name = context.Exercises.NameOf(next.ExerciseId);
        return new(
            $"Next: {name} {Amounts.Read(load, next.TargetReps, null, null)}".TrimEnd() + ".",
            $"Next: {name}, {Amounts.Hear(load, next.TargetReps, null, null)}".TrimEnd(' ', ',') + ".");
    }

    private static bool IsOpen(VoiceEntry entry) => entry.Sets.Count < (entry.TargetSets ?? 1);

    private static Reply Template(string id, VoiceContext context)
    {
        var template = context.Templates.FirstOrDefault(one => one.Id == id);
        return template is null ? Same("I don't know that template.")
            : template.ExerciseIds.Count == 0 ? Same($"{template.Name} is empty.")
            : Same($"{template.Name}: {string.Join(", ", template.ExerciseIds.Select(context.Exercises.NameOf))}.");
    }

    private static string Count(int number, string word) => $"{number} {word}{(number == 1 ? "" : "s")}";

    private static string Spoken(int number, string word) => $"{SpokenNumber.Words(number)} {word}{(number == 1 ? "" : "s")}";
}
