using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>What holds whatever is said.</summary>
internal sealed class VoiceProperties
{
    private static readonly string[] Words =
    [
        "bench", "80", "for", "8", "four", "no", ",", "and", "then", "of", "at", "point", "a", "half", "hundred", "plates", "each", "side", "same", "🏋", "\u0000", "x", "7:45", "99999999999999", "rpe", "left",
        "one", "oh", "-", ":", "set", "delete", "minus", "\ud800", "note", "rest", "not", "second", "was", "kilos", "reps", "drop", "warm-up", "squat", "last", "time", "what", "did", "add", "with", "in", "the", "tank",
        "undo", "yes", "finish", "workout", "start", "push", "day", "skip", "swap", "superset", "flurble", "assisted", "band", "discard", "pounds", "switch", "to",
    ];

    private static readonly Arbitrary<int[]> Choices = Gen.Choose(0, 1_000_000).ArrayOf(8).ToArbitrary();

    private static readonly Arbitrary<string> Babble = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [Test]
    public void A_command_said_aloud_is_read_as_itself() => Prop.ForAll(Choices, choices =>
    {
        var (said, meant) = SpokenCommands.Any(choices);
        VoiceGrammar.Interpret(said, [], Situations.Of("bench")).Commands.ShouldBe([meant], said);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Fillers_and_case_change_nothing() => Prop.ForAll(Choices, choices =>
    {
        var (said, meant) = SpokenCommands.Any(choices);
        foreach (var noisy in new[] { "um, " + said, said + " please", said.ToUpper(CultureInfo.InvariantCulture), "okay so " + said })
        {
            VoiceGrammar.Interpret(noisy, [], Situations.Of("bench")).Commands.ShouldBe([meant], noisy);
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Nothing_that_is_said_makes_a_command_the_contract_lacks_or_a_question_without_a_choice() => Prop.ForAll(Babble, said =>
    {
        foreach (var situation in new[] { "bench", "empty", "push-active", "plank" })
        {
            var reading = VoiceGrammar.Interpret(said, [], Situations.Of(situation));
            Should.NotThrow(() => CaseText.Of(reading with { Outcome = VoiceOutcome.Understood }), said);
            (reading.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered).ShouldBe(reading.Commands.Count > 0, said);
            reading.Commands.ShouldNotContain(c => c is VoiceCommand.DiscardWorkout, said);
            reading.Options.Count.ShouldBeLessThanOrEqualTo(4, said);
            (reading.Outcome == VoiceOutcome.NeedsClarification && reading.Options.Count == 1).ShouldBeFalse(said);
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void An_explanation_decides_as_the_reading_does() => Prop.ForAll(Babble, said =>
    {
        var bench = Situations.Of("bench");
        CaseText.Of(VoiceGrammar.Explain(said, bench).Decision).ShouldBe(CaseText.Of(VoiceGrammar.Interpret(said, [], bench)), said);
    }).QuickCheckThrowOnFailure();
}
