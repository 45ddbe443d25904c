using System.Diagnostics;

namespace TitanTrakr.Growth;

/// <summary>Several kinds of work done in turns, so that a slow moment of the machine meets all of them.</summary>
internal static class Turns
{
    /// <summary>The median of each, in milliseconds, over so many turns; a fifth as many come before, unmeasured.</summary>
    public static async Task<double[]> Medians(int turns, Func<Task>[] works)
    {
        var times = Array.ConvertAll(works, _ => new List<double>());
        for (var turn = -turns / 5; turn < turns; turn++)
        {
            for (var work = 0; work < works.Length; work++)
            {
                var started = Stopwatch.GetTimestamp();
                await works[work]();
                if (turn >= 0)
                {
                    times[work].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        return Array.ConvertAll(times, each => each.Order().ElementAt(each.Count / 2));
    }
}
