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
    public void Garbage_never_throws()
    {
        var random = new Random(7);
        string[] words = ["bench", "80", "for", "8", "four", "no", ",", "and", "then", "of", "at", "point", "a", "half", "hundred", "plates", "each", "side", "same", "🏋", "\u0000", "x", "7:45", "99999999999999", "rpe", "left", "one", "oh", "-", ":", "set", "delete", "minus", "\ud800"];
        for (var i = 0; i < 300; i++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            Should.NotThrow(() => Read("bench", said), said);
        }
    }

    [TestCase("um {0}")]
    [TestCase("{0} please")]
    [TestCase("okay, {0}")]
    public void Fillers_and_case_change_nothing(string frame)
    {
        foreach (var said in new[] { "80 for 8", "undo", "same again", "rest 90", "make that 9 reps" })
        {
            var plain = Read("bench", said).Commands;
            Read("bench", string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, said).ToUpperInvariant()).Commands.ShouldBe(plain);
        }
    }

    [Test]
    public void Every_load_in_digits_is_read_as_it_stands()
    {
        for (var load = 40m; load <= 100m; load += 0.5m)
        {
            var said = load.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " kilos for 8";
            Read("bench", said).Commands.ShouldHaveSingleItem().ShouldBeOfType<VoiceCommand.LogSet>().Load!.Value.ShouldBe(load);
        }
    }

    private static VoiceReading Read(string situation, string said) => VoiceGrammar.Interpret(said, [], Situations.Of(situation));
}
