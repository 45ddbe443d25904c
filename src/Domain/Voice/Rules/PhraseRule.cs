using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Ways of saying one command, and what they then mean.</summary>
/// <param name="name">How the rule is called in an explanation.</param>
/// <param name="score">How much it is believed against other readings of the same words.</param>
/// <param name="meaning">What it means; null when it can't mean that here.</param>
/// <param name="patterns">How it is said, see <see cref="PhraseParser"/>.</param>
internal sealed class PhraseRule(string name, double score, Func<Match, VoiceReading?> meaning, params string[] patterns)
{
    private const double PerWord = 0.001, MostForWords = 0.012, Unsure = 0.05;

    public string Name { get; } = name;

    public IEnumerable<Phrase> Phrases => patterns.SelectMany(PhraseParser.Parse).Select(parts => new Phrase(this, parts));

    public static PhraseRule Command(string name, double score, Func<Match, VoiceCommand> command, params string[] patterns) =>
        new(name, score, m => VoiceReading.Of([command(m)]), patterns);

    /// <summary>What it means, and what that is worth: more of its own words make it surer, a name by sound less sure.</summary>
    public Candidate? Read(Match match, int literals)
    {
        var unsure = match.Exercises.FindIndex(e => !e.IsSure);
        var reading = unsure < 0 ? meaning(match) : Ask(match, unsure);
        var heard = match.Exercises.Count == 0 ? 1 : match.Exercises.Min(e => e.Score);
        return reading is null ? null
            : new Candidate(Name, reading with { Confidence = Math.Min(reading.Confidence, heard) }, score + Math.Min(MostForWords, literals * PerWord) - (unsure < 0 ? 0 : Unsure));
    }

    private VoiceReading? Ask(Match match, int unsure)
    {
        var options = new List<VoiceOption>();
        foreach (var exercise in match.Exercises[unsure].Candidates!.Distinct().Take(4))
        {
            match.Exercises[unsure] = new ExerciseMatch([exercise]);
            if (match.Exercises.TrueForAll(e => e.IsSure) && meaning(match) is { Commands.Count: > 0 } reading)
            {
                options.Add(new VoiceOption(VoiceLabels.Label(reading.Commands, match.Context.Exercises), reading.Commands));
            }
        }

        return VoiceReading.Ask("Which exercise do you mean?", Options.AtLeastTwo(options));
    }
}
