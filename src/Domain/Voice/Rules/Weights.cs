namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>
/// What a rule's reading is believed, where several rules can read the same words. Steps are wider than what words of its own can add to a
/// rule, so that the order of families stands; two readings nearer than <see cref="Close"/> that would write different things are asked about.
/// </summary>
internal static class Weights
{
    public const double Control = 0.98, Rest = 0.96, Question = 0.94, Correction = 0.92, Sets = 0.90, Session = 0.88, Weak = 0.60, Doubt = 0.50;

    public const double Close = 0.004;
}
