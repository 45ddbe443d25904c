using System.Collections.Frozen;

namespace TitanTrakr.Domain.Exercises;

/// <summary>
/// The exercises everyone has. They are source, not data: the same list compiles into the server and the browser, and a
/// stored event may name any id here, so an id is never renamed or removed. Aliases are what people say in a gym; each
/// belongs to one exercise only, so that one heard name never means two.
/// </summary>
public static partial class ExerciseLibrary
{
    /// <summary>All of them, by body region, the usual ones of a region first.</summary>
    public static IReadOnlyList<Exercise> All { get; } = Array.AsReadOnly<Exercise>(
        [.. Chest(), .. Shoulders(), .. Back(), .. Legs(), .. Arms(), .. Core(), .. FullBodyAndCardio()]);

    private static readonly FrozenDictionary<string, Exercise> ById = All.ToFrozenDictionary(exercise => exercise.Id, StringComparer.Ordinal);

    // The agreed list has no column for it, and no answer of the API tells it: a fact about these, of use only where plates are spoken of.
    private static readonly FrozenSet<string> LoadedAtOneEnd = FrozenSet.Create(StringComparer.Ordinal, "t-bar-row", "landmine-press", "meadows-row");

    /// <summary>Whether the bar stands on one end and is loaded on the other: "a plate a side" says nothing of what it weighs then.</summary>
    public static bool IsLoadedAtOneEnd(string id) => LoadedAtOneEnd.Contains(id);

    /// <summary>The exercise of that id (<c>bench-press</c>, exactly so), or null when the library has none.</summary>
    public static Exercise? Find(string id) => ById.GetValueOrDefault(id);
}
