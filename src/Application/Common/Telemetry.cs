using System.Diagnostics.Metrics;

namespace TitanTrakr.Application.Common;

/// <summary>The house's own measurements. Tags are names from closed lists: no transcript, e-mail, token or payload is in any of them.</summary>
public static class Telemetry
{
    /// <summary>The name that an exporter subscribes to.</summary>
    public const string Name = "TitanTrakr";

    /// <summary>What all instruments are made from.</summary>
    public static Meter Meter { get; } = new(Name);
}
