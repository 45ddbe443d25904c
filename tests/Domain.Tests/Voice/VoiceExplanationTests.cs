using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>What <c>voice explain</c> prints: the words as prepared, every reading with its score, and the decision.</summary>
public sealed class VoiceExplanationTests
{
    [Test]
    public void The_words_are_shown_as_they_were_prepared() =>
        VoiceGrammar.Explain("um, 80 for 10, no wait, 9 please", Situations.Of("bench")).Tokens.ShouldBe(["80", "for", "9"]);

    [Test]
    public void Every_reading_is_shown_with_its_rule_and_score_the_one_believed_most_first()
    {
        var explained = VoiceGrammar.Explain("start push day", Situations.Of("push"));
        explained.Candidates.Count.ShouldBeGreaterThan(1);
        explained.Candidates[0].Rule.ShouldBe("start template");
        explained.Candidates.Select(c => c.Score).ShouldBeInOrder(SortDirection.Descending);
        explained.Candidates.ShouldAllBe(c => c.Score > 0 && c.Score <= 1 && c.Words.Length > 0);
        explained.Decision.Commands.ShouldBe([new VoiceCommand.StartWorkout(null, "<Push Day>")]);
        explained.WordsRead.ShouldBeGreaterThan(0);
    }

    [Test]
    public void A_breath_shows_the_readings_of_its_parts() =>
        VoiceGrammar.Explain("80 for 8, rest 90", Situations.Of("bench")).Candidates.Select(c => c.Words).ShouldContain("rest 90");
}
