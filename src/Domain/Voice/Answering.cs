using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice;

/// <summary>A name or a number that answers the open question: it picks the one option that has it, or completes what was asked about.</summary>
internal static class Answering
{
    public static VoiceReading? Read(Token[] tokens, string source, VoiceContext context)
    {
        if (context.OpenOptions.Count == 0 && context.OpenTranscript is null)
        {
            return null;
        }

        var scan = new SetScan(tokens, context).Run();
        var name = !scan.Exercise.IsNone && scan.Items.Count == 0;
        var number = scan.Exercise.IsNone && scan.Items.TrueForAll(i => i.Code is 'N' or 'L' or 'R' or 'F' or 'A' or 'D') && scan.Items.Count(i => i.Code is not ('F' or 'A')) == 1;
        if (scan.Unknown.Count > 0 || scan.Marks.Count > 0 || !(name || number))
        {
            return null;
        }

        var fits = context.OpenOptions.Select((o, i) => (o, i)).Where(p => Has(p.o, scan)).ToList();
        return fits.Count == 1 ? VoiceReading.Of([new VoiceCommand.Confirm(fits[0].i + 1)]) : Completed(source, context, name);
    }

    private static bool Has(VoiceOption option, SetScan scan) => option.Commands.Any(c => c switch
    {
        VoiceCommand.LogSet s => Fits(scan, s.ExerciseId, s.Load, s.Reps, s.DurationSeconds),
        VoiceCommand.CorrectSet s => Fits(scan, s.WithExerciseId ?? s.ExerciseId, s.Load, s.Reps, s.DurationSeconds),
        VoiceCommand.AddExercise s => Fits(scan, s.ExerciseId, null, null, null),
        VoiceCommand.RemoveExercise s => Fits(scan, s.ExerciseId, null, null, null),
        VoiceCommand.ReplaceExercise s => Fits(scan, s.WithExerciseId, null, null, null),
        VoiceCommand.StartRest s => Fits(scan, string.Empty, null, null, s.Seconds),
        _ => false,
    });

    private static bool Fits(SetScan scan, string exerciseId, Shared.Load? load, int? reps, int? seconds)
    {
        if (!scan.Exercise.IsNone)
        {
            return scan.Exercise.Candidates!.Any(e => e.Id == exerciseId);
        }

        if (scan.Items.Find(i => i.Code is not ('F' or 'A')) is not { } item)
        {
            return false;
        }

        return item.Code switch
        {
            'R' => reps == item.Value,
            'L' => load?.Value == item.Value && (item.Unit is null || item.Unit == load.Unit),
            'D' => seconds == item.Value,
            _ => reps == item.Value || load?.Value == item.Value,
        };
    }

    // "80 for 8" and then "bench"; "bench 80" and then "8".
    private static VoiceReading? Completed(string source, VoiceContext context, bool name)
    {
        if (context.OpenTranscript is not { } asked || asked.Length + source.Length + 5 > VoiceGrammar.MaxLength)
        {
            return null;
        }

        var closed = context with { OpenOptions = [], OpenTranscript = null };
        foreach (var together in name ? [$"{source} {asked}", $"{asked} {source}"] : new[] { $"{asked} for {source}", $"{asked} {source}", $"{asked} at {source}" })
        {
            if (VoiceGrammar.Read(together, closed) is { Outcome: VoiceOutcome.Understood } reading && reading.Commands.Any(c => c is VoiceCommand.LogSet or VoiceCommand.CorrectSet or VoiceCommand.ReplaceExercise))
            {
                return reading;
            }
        }

        return null;
    }
}
