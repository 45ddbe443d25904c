using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>What a phrase caught in its slots.</summary>
internal sealed class Match(ReadOnlyMemory<Token> tokens, VoiceContext context, string source)
{
    public ReadOnlyMemory<Token> Tokens { get; } = tokens;

    public VoiceContext Context { get; } = context;

    public List<ExerciseMatch> Exercises { get; } = [];

    /// <summary>The numbers caught, in order.</summary>
    public List<decimal> Numbers { get; } = [];

    public decimal Number => Numbers.Count > 0 ? Numbers[0] : 0;

    public int Seconds { get; set; }

    public Shared.WeightUnit? Unit { get; set; }

    /// <summary>The unit a load was said with.</summary>
    public Shared.WeightUnit? LoadUnit { get; set; }

    public string? Muscle { get; set; }

    public VoiceTemplate? Template { get; set; }

    public ReadOnlyMemory<Token> Tail { get; set; }

    /// <summary>The tail as it was said.</summary>
    public string Text => Token.Said(Tail.Span, source).Trim(' ', '.', '!', ',');

    public Exercise? Exercise(int at = 0) => Exercises.Count > at ? Exercises[at].Sure : null;

    /// <summary>The exercise that was named, or the one in focus.</summary>
    public string? ExerciseId => Exercise()?.Id ?? Context.FocusExerciseId;

    public bool TakeRest(int at)
    {
        Tail = Tokens[at..];
        return true;
    }

    /// <summary>Makes it ready for the next phrase.</summary>
    public void Clear()
    {
        Exercises.Clear();
        Numbers.Clear();
        (Seconds, Unit, LoadUnit, Muscle, Template, Tail) = (0, null, null, null, null, default);
    }
}
