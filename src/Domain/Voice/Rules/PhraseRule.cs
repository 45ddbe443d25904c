namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>Ways of saying one command, and what they then mean.</summary>
internal sealed class PhraseRule(Func<Match, VoiceReading?> meaning, params string[] patterns)
{
    private readonly Phrase[] _phrases = [.. patterns.Select(p => new Phrase(p))];

    public static PhraseRule Command(Func<Match, VoiceCommand> command, params string[] patterns) =>
        new(m => VoiceReading.Of([command(m)]), patterns);

    public VoiceReading? Read(ReadOnlyMemory<Token> tokens, VoiceContext context, string source)
    {
        foreach (var phrase in _phrases)
        {
            var match = new Match(tokens, context, source);
            if (phrase.Fits(match) && Mean(match) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }

    private VoiceReading? Mean(Match match) => match.Unsure.IsNone
        ? meaning(match)
        : VoiceReading.Ask("Which exercise do you mean?", [.. match.Unsure.Candidates.Distinct().Take(4)
            .Select(e => new VoiceOption(e.Name, [new VoiceCommand.AddExercise(e.Id)]))]);
}
