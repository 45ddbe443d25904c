using System.Diagnostics;

namespace TitanTrakr.Growth;

/// <summary>Medians of two kinds of work done in turns, so that a slow moment of the machine meets both.</summary>
/// <param name="Few">Milliseconds.</param>
/// <param name="Many">Milliseconds.</param>
internal sealed record Comparison(double Few, double Many)
{
    public static async Task<Comparison> Of(int turns, Func<Task> few, Func<Task> many)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < turns + (turns / 5); turn++)
        {
            var (a, b) = (await Time(few), await Time(many));
            if (turn >= turns / 5)
            {
                first.Add(a);
                second.Add(b);
            }
        }

        return new Comparison(Median(first), Median(second));
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
