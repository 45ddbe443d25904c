using System.Diagnostics;
using System.Diagnostics.Metrics;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// How far projections are behind the log. They commit together, so nobody ever sees one without the other: what is left to measure is how
/// long an event waits for that commit.
/// </summary>
internal static class ProjectionMetrics
{
    private static readonly Histogram<double> Lag = Telemetry.Meter.CreateHistogram<double>(
        "projection.lag", "ms", "From the moment an event is appended until it and its projections are committed.");

    /// <summary>Measures a unit of work that was committed just now.</summary>
    public static void Committed(UnitSession session)
    {
        if (session.Appended.Count > 0)
        {
            Lag.Record(Stopwatch.GetElapsedTime(session.AppendedAt).TotalMilliseconds);
        }
    }
}
