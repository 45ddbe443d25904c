using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>"bench press 100 for 8" and every other way of saying that a set was done.</summary>
internal static class LogSetRule
{
    public static VoiceReading? Read(ReadOnlyMemory<Token> tokens, VoiceContext context)
    {
        var scan = new SetScan(tokens, context);
        scan.Run();
        if (scan.Conflict || scan.Items.Count == 0)
        {
            return null;
        }

        if (scan.Unknown.Count > 0)
        {
            return UnknownName(scan);
        }

        if (scan.Exercise.IsNone && context.FocusExerciseId is null)
        {
            return Assembles(scan) ? VoiceReading.Ask("Which exercise was that?") : null;
        }

        if (!scan.Exercise.IsNone && !scan.Exercise.IsSure)
        {
            return Assembles(scan) ? VoiceReading.Ask("Which one?", Choices(scan)) : null;
        }

        var exercise = scan.Exercise.IsSure ? scan.Exercise.Candidates[0] : context.Exercises.Find(context.FocusExerciseId!);
        return exercise is null ? null : Of(scan, exercise, context);
    }

    private static VoiceReading? Of(SetScan scan, Exercise exercise, VoiceContext context)
    {
        var timed = exercise.Measure is Measure.Time or Measure.LoadDistance or Measure.DistanceTime;
        if (SetAssembler.Assemble(scan.Items, timed ? SetPatterns.Timed : SetPatterns.Reps) is not { Count: > 0 } drafts)
        {
            return scan.Exercise.IsSure && Assembles(scan) ? VoiceReading.Ask("How was that set measured?") : null;
        }

        if (drafts.Count == 1 && drafts[0].Pattern is "q" && !scan.Exercise.IsSure && context.LastSet(exercise.Id) is null)
        {
            return VoiceReading.Ask("Is that the weight or the reps?");
        }

        var result = new SetResolver(scan, exercise, context).Resolve(drafts);
        return result.Question is { } question ? VoiceReading.Ask(question, result.Options ?? [])
            : context.Workout is null ? VoiceReading.Reject("Start a workout first.", new VoiceOption("Start workout", [new VoiceCommand.StartWorkout(), .. result.Sets!]))
            : VoiceReading.Of(result.Sets!);
    }

    private static bool Assembles(SetScan scan) =>
        SetAssembler.Assemble(scan.Items, SetPatterns.Reps) is not null || SetAssembler.Assemble(scan.Items, SetPatterns.Timed) is not null;

    private static VoiceOption[] Choices(SetScan scan) =>
        [.. scan.Exercise.Candidates.Distinct().Take(4).Select(e => new VoiceOption(e.Name, [new VoiceCommand.AddExercise(e.Id)]))];

    // A name nobody knows, with a whole set behind it: asked, never bent into a known one.
    private static VoiceReading? UnknownName(SetScan scan)
    {
        var whole = scan.Items.Count >= 2 || scan.Items is [{ Code: 'D' or 'M' }];
        if (!whole || scan.UnknownRuns > 1 || scan.Unknown.Count > 3 || scan.Unknown.Exists(t => Chatter.Contains(t.Text)) || !Assembles(scan))
        {
            return null;
        }

        var heard = string.Concat(scan.Unknown.Select(t => NameText.Stem(t.Text)));
        var near = ExerciseMatcher.Nearest(heard, scan.Context);
        return VoiceReading.Ask("I don't know that exercise. Which one is it?", [.. near.Select(e => new VoiceOption(e.Name, [new VoiceCommand.AddExercise(e.Id)]))]);
    }

    private static readonly HashSet<string> Chatter = new(StringComparer.Ordinal)
    {
        "should", "would", "could", "will", "want", "wanna", "gonna", "going", "if", "when", "what", "how", "why", "who", "he", "she", "they",
        "buddy", "friend", "his", "her", "their", "you", "your", "yesterday", "tomorrow", "next", "last", "ago", "percent", "goal", "try",
        "trying", "planning", "plan", "aim", "max", "maybe", "not", "no", "never", "can", "do", "we", "mate", "bro", "left", "from", "?",
    };
}
