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

    /// <summary>The exercise of that id (<c>bench-press</c>, exactly so), or null when the library has none.</summary>
    public static Exercise? Find(string id) => ById.GetValueOrDefault(id);
}
