using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Exchange.Sheets;

/// <summary>A dialect to export to.</summary>
public interface IWorkoutSheet
{
    /// <summary>What separates its cells.</summary>
    char Delimiter { get; }

    /// <summary>Its column names.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>A workout's rows, as many cells as the header each.</summary>
    IEnumerable<IReadOnlyList<string>> Rows(Workout workout);
}
