using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>Constructs of the contract, and properties of the grammar as a whole.</summary>
public sealed class VoiceGrammarTests
{
    [TestCase("bench", "eighty for ten", 80, 10)]
    [TestCase("bench", "82,5 for 6", 82.5, 6)]
    [TestCase("bench", "eighty two and a half for six", 82.5, 6)]
    [TestCase("bench", "80 x 8", 80, 8)]
    [TestCase("bench", "8 reps with 80", 80, 8)]
    [TestCase("bench", "80kg x8", 80, 8)]
    [TestCase("bench", "80 kilos times eight", 80, 8)]
    [TestCase("bench", "did 80 for 8 please", 80, 8)]
    [TestCase("squat", "a hundred and ten for four", 110, 4)]
    [TestCase("squat", "one ten for four", 110, 4)]
    [TestCase("squat", "3 plates a side for 2", 140, 2)]
    [TestCase("bench", "up two point five for 8", 82.5, 8)]
    public void A_set_is_read_in_every_order(string situation, string said, double load, int reps)
    {
        var set = Read(situation, said).Commands.ShouldHaveSingleItem().ShouldBeOfType<VoiceCommand.LogSet>();
        (set.Load?.Value, set.Reps).ShouldBe(((decimal)load, reps));
    }

    [TestCase("smashed 8 on the pec masher with 60 kilos", "pec masher")]
    [TestCase("smashed 8 on the chest masher with 60 kilos", "chest masher")]
    public void A_name_nobody_knows_is_asked_about_as_it_was_said(string said, string name)
    {
        var reading = Read("bench", said);
        reading.Message.ShouldStartWith($"I don't know {name}.");
        reading.HeardName.ShouldBe(name);
    }

    [TestCase("bench", "should i go 85 for 8")]
    [TestCase("bench", "my buddy benched 120")]
    [TestCase("bench", "i did 80 for 8 yesterday")]
    [TestCase("bench", "80 for 0")]
    [TestCase("bench", "12 for 80")]
    [TestCase("bench", "minus 20 for 8")]
    [TestCase("bench", "shoulder press 40 for 8")]
    [TestCase("bench", "dumbbell 40 for 8")]
    [TestCase("bench", "one left")]
    [TestCase("bench", "repeat that")]
    [TestCase("bench", "half a plate for 8")]
    [TestCase("bench", "80 for 8, bla bla")]
    [TestCase("bench", "don't log 80 for 8")]
    [TestCase("bench", "not 80 for 8")]
    [TestCase("bench", "80 for 8 or 9")]
    [TestCase("bench", "I trained legs yesterday, squat 100 for 5")]
    [TestCase("bench", "achtzig kilo für zehn")]
    [TestCase("none", "80 for 8")]
    [TestCase("bench", "80 for -8")]
    [TestCase("bench", "I want to bench 100 for 5")]
    [TestCase("bench", "goal is 100 for 5")]
    [TestCase("bench", "80 for 8?")]
    [TestCase("bench", "almost got 8")]
    [TestCase("bench", "he got eight")]
    [TestCase("bench", "80 8 6")]
    [TestCase("bench", "80")]
    [TestCase("bench", "deadlift 80")]
    public void What_is_in_doubt_or_not_meant_for_us_writes_nothing(string situation, string said) =>
        Read(situation, said).Commands.ShouldBeEmpty();

    [Test]
    public void An_open_question_is_answered_by_a_name_or_a_number()
    {
        var asked = Read("bench", "back to 80");
        var open = Situations.Of("bench") with { OpenOptions = asked.Options, OpenTranscript = "back to 80" };
        VoiceGrammar.Interpret("9", [], open).Commands.ShouldBe([new VoiceCommand.Confirm(1)]);
        VoiceGrammar.Interpret("bench", [], Situations.Of("empty") with { OpenTranscript = "80 for 8" }).Commands.ShouldHaveSingleItem().ShouldBeOfType<VoiceCommand.LogSet>().ExerciseId.ShouldBe("bench-press");
        VoiceGrammar.Interpret("8", [], Situations.Of("empty") with { OpenTranscript = "bench 80" }).Commands.ShouldHaveSingleItem().ShouldBeOfType<VoiceCommand.LogSet>().Reps.ShouldBe(8);
    }

    [Test]
    public void Of_what_the_recogniser_heard_the_first_that_reads_cleanly_is_taken()
    {
        var bench = Situations.Of("bench");
        VoiceGrammar.Interpret("a tea for ate teen", ["80 for 8", "80 for 18"], bench).Commands.ShouldBe(Read("bench", "80 for 8").Commands);
        VoiceGrammar.Interpret("800 for 8", ["80 for 8"], bench).Commands.ShouldBe(Read("bench", "80 for 8").Commands);
        VoiceGrammar.Interpret("80 for 8", ["85 for 8"], bench).Commands.ShouldBe(Read("bench", "80 for 8").Commands);
    }

    [TestCase("bench", "back to 80", "Bench Press 80 kg × 9")]
    [TestCase("bench", "100 to five", "Bench Press 100 kg × 5")]
    [TestCase("bench", "that was eight", "Bench Press 80 kg × 8")]
    [TestCase("bench", "180 for 8", "Bench Press 180 kg × 8")]
    [TestCase("push-active", "80 for 8, shoulder press 40 for 8", null)]
    [TestCase("push", "start pull day", "New workout called Pull Day")]
    [TestCase("bench", "8 at 85 got 6", "Bench Press 85 kg × 6")]
    [TestCase("bench", "8, 7 at 85", "Bench Press 85 kg × 8, Bench Press 85 kg × 7")]
    [TestCase("bench", "20 each side", "Bench Press 60 kg × 9")]
    [TestCase("bench", "superset bench and rows 80 for 8 and 60 for 10", "Superset Bench Press and Barbell Row, Bench Press 80 kg × 8, Barbell Row 60 kg × 10")]
    [TestCase("squat", "that was bench, 85 for 8", "Correct set 1 of Squat to Bench Press 85 kg × 8")]
    [TestCase("bench", "swap bench for dumbbell bench, 30 for 10", "Dumbbell Bench Press, Dumbbell Bench Press 30 kg × 10")]
    public void A_question_offers_two_to_four_answers_the_likeliest_first(string situation, string said, string? first)
    {
        var reading = Read(situation, said);
        reading.Outcome.ShouldBe(VoiceOutcome.NeedsClarification);
        reading.Options.Count.ShouldBeInRange(2, 4);
        reading.Options[0].Label.ShouldBe(first ?? reading.Options[0].Label);
    }

    private static VoiceReading Read(string situation, string said) => VoiceGrammar.Interpret(said, [], Situations.Of(situation));
}
