using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>What a phrase caught in its slots.</summary>
internal sealed class Match(ReadOnlyMemory<Token> tokens, VoiceContext context, string source)
{
    public ReadOnlyMemory<Token> Tokens { get; } = tokens;

    public VoiceContext Context { get; } = context;

    public string Source { get; } = source;

    public List<ExerciseMatch> Exercises { get; } = [];

    public decimal Number { get; set; }

    public int Seconds { get; set; }

    public Shared.WeightUnit? Unit { get; set; }

    public string? Text { get; set; }

    public string? Muscle { get; set; }

    public VoiceTemplate? Template { get; set; }

    public ReadOnlyMemory<Token> Tail { get; set; }

    public Exercise? Exercise(int at = 0) => Exercises.Count > at && Exercises[at].IsSure ? Exercises[at].Candidates[0] : null;

    /// <summary>The first exercise slot that could be several.</summary>
    public ExerciseMatch Unsure => Exercises.Find(e => !e.IsSure);
}
