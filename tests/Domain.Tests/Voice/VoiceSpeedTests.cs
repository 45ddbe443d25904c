using System.Diagnostics;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>A coarse guard: no sentence may take long, however it is made. The benchmarks measure properly.</summary>
public sealed class VoiceSpeedTests
{
    [TestCase("bench press 100 for 8")]
    [TestCase("squat 100 for 5, RPE 8, then rest two minutes")]
    public void An_ordinary_sentence_is_read_at_once(string said)
    {
        var context = Situations.Of("bench");
        var watch = new Stopwatch();
        for (var i = 0; i < 400; i++)
        {
            if (i == 200)
            {
                watch.Start();
            }

            VoiceGrammar.Interpret(said, [], context);
        }

        TestContext.Out.WriteLine($"SPEED {said}: {watch.Elapsed.TotalMicroseconds / 200:0} µs");
        (watch.Elapsed.TotalMilliseconds / 200).ShouldBeLessThan(50);
    }
}
