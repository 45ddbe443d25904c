using System.Diagnostics.Metrics;

namespace TitanTrakr.Application.Common.Behaviours;

/// <summary>How commands end, and how long they take.</summary>
internal static class CommandMetrics
{
    public static readonly Counter<long> Commands = Telemetry.Meter.CreateCounter<long>("commands", description: "Commands by type and outcome: ok, replayed or the refusal's slug.");

    public static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram<double>("command.duration", "ms", "A command from validation to commit.");
}
