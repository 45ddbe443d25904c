namespace TitanTrakr.Endurance;

/// <summary>How long each trial goes on: short in the project's test run, in full by run.sh beside this file.</summary>
internal static class Extent
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("TITAN_ENDURANCE") == "full";

    public static int Of(int brief, int full) => IsFull ? full : brief;
}
