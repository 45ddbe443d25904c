using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>
/// What the worst sentence costs beside an ordinary breath as long. Words read and bytes allocated are the same on every machine; time is
/// compared side by side, of each sentence the least of several runs: a busy machine takes the processor away from any of them, seldom from all.
/// </summary>
internal sealed class VoiceCostTests
{
    private const double MostWords = 5, MostBytes = 5, MostTime = 5;
    // What only one kind of babble runs through is compiled in the first rounds, which are not compared.
    private const int Rounds = 15, Unmeasured = 3, Runs = 5;

    private static readonly string Ordinary = string.Join(", ", Enumerable.Repeat("eighty two and a half kilos for eight reps", 11));

    private static readonly string[] Words =
    [
        "bench", "80", "for", "8", "four", "no", ",", "and", "then", "of", "at", "point", "a", "half", "hundred", "plates", "each", "side", "same", "x", "7:45", "rpe", "left", "one", "oh", "set", "delete", "minus",
        "note", "rest", "not", "second", "was", "kilos", "reps", "drop", "warm-up", "squat", "last", "time", "what", "did", "add", "with", "in", "the", "tank", "undo", "yes", "finish", "workout", "start", "push", "day",
        "skip", "swap", "superset", "flurble", "assisted", "band", "discard", "pounds", "switch", "to", "make", "that", "change", "lat", "pulldown", "hip", "trust", "romanian", "incline", "press",
    ];

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    private static IEnumerable<Func<Random, string>> Kinds()
    {
        var names = ExerciseLibrary.All.Select(e => e.Name).ToArray();
        yield return random => Fill(() => Words[random.Next(Words.Length)] + " ");
        yield return random => Fill(() => Words[random.Next(Words.Length)] + ", ");
        yield return random => string.Join(' ', Enumerable.Range(0, 64).Select(_ => Words[random.Next(Words.Length)]));
        yield return random => "note " + Fill(() => Words[random.Next(Words.Length)] + ", ");
        yield return random => $"80 for 8, rest two minutes, note {Letters(random, 5)} {Words[random.Next(Words.Length)]}, {Fill(() => Words[random.Next(Words.Length)] + ", 82.5 for 6, ")[..250]}";
        yield return random => Fill(() => Letters(random, 1 + random.Next(12)) + " ");
        yield return random => Fill(() => Letters(random, 8) + ", ");
        yield return random => Letters(random, VoiceGrammar.MaxLength);
        yield return random => Fill(() => names[random.Next(names.Length)].Replace('e', 'o').Replace('p', 'b') + (random.Next(2) == 0 ? ", " : " "));
        yield return random => Fill(() => random.Next(1000) + " ");
        yield return random => Words[random.Next(Words.Length)] + ' ' + Words[random.Next(Words.Length)] is var twice ? Fill(() => twice + " ") : "";
        yield return random => Fill(() => ((char)random.Next(1, 0xFFFF)).ToString());
    }

    [Test]
    public void Five_hundred_characters_of_anything_cost_little_more_than_an_ordinary_breath_as_long() => Prop.ForAll(Seeds, seed =>
    {
        var bench = Situations.Of("bench");
        var (words, bytes) = (VoiceGrammar.Explain(Ordinary, bench).WordsRead, Bytes(Ordinary, bench));
        foreach (var kind in Kinds())
        {
            var said = Cut(kind(new Random(seed)));
            ((double)VoiceGrammar.Explain(said, bench).WordsRead / words).ShouldBeLessThan(MostWords, said);
            ((double)Bytes(said, bench) / bytes).ShouldBeLessThan(MostBytes, said);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Test]
    public void Five_hundred_characters_of_anything_take_little_longer_than_an_ordinary_breath_as_long()
    {
        var bench = Situations.Of("bench");
        var random = new Random(1);
        var kinds = Kinds().ToArray();
        var ordinary = new List<TimeSpan>();
        var anything = Array.ConvertAll(kinds, _ => new List<TimeSpan>());
        for (var round = -Unmeasured; round < Rounds; round++)
        {
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                var (usual, other) = LeastTimes(Ordinary, Cut(kinds[kind](random)), bench);
                if (round >= 0)
                {
                    ordinary.Add(usual);
                    anything[kind].Add(other);
                }
            }
        }

        anything.ShouldAllBe(times => Median(times) / Median(ordinary) < MostTime);
    }

    private static long Bytes(string said, VoiceContext context)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        VoiceGrammar.Interpret(said, [], context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (TimeSpan Usual, TimeSpan Other) LeastTimes(string usual, string other, VoiceContext context)
    {
        var times = Enumerable.Range(0, Runs).Select(_ => (Usual: Time(usual, context), Other: Time(other, context))).ToArray();
        return (times.Min(t => t.Usual), times.Min(t => t.Other));
    }

    private static TimeSpan Time(string said, VoiceContext context)
    {
        var start = Stopwatch.GetTimestamp();
        VoiceGrammar.Interpret(said, [], context);
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static string Cut(string said) => said.Length > VoiceGrammar.MaxLength ? said[..VoiceGrammar.MaxLength] : said;

    private static string Fill(Func<string> next)
    {
        var said = new System.Text.StringBuilder();
        while (said.Length < VoiceGrammar.MaxLength)
        {
            said.Append(next());
        }

        return said.ToString();
    }

    private static string Letters(Random random, int count) => string.Create(count, random, static (letters, random) =>
    {
        foreach (ref var letter in letters)
        {
            letter = (char)('a' + random.Next(26));
        }
    });
}
