namespace TitanTrakr.Domain.Exercises;

/// <summary>One short word per kind of equipment, which also sets what its sets are measured by.</summary>
public static partial class ExerciseLibrary
{
    private static Exercise Barbell(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "barbell", primary, secondary, Measure.LoadReps);

    private static Exercise EzBar(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "ez bar", primary, secondary, Measure.LoadReps);

    private static Exercise TrapBar(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "trap bar", primary, secondary, Measure.LoadReps);

    private static Exercise Dumbbell(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "dumbbell", primary, secondary, Measure.LoadReps);

    private static Exercise Kettlebell(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "kettlebell", primary, secondary, Measure.LoadReps);

    private static Exercise Machine(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "machine", primary, secondary, Measure.LoadReps);

    private static Exercise SmithMachine(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "smith machine", primary, secondary, Measure.LoadReps);

    private static Exercise Cable(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "cable", primary, secondary, Measure.LoadReps);

    private static Exercise Band(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "band", primary, secondary, Measure.LoadReps);

    private static Exercise Bodyweight(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "bodyweight", primary, secondary, Measure.BodyweightReps);

    private static Exercise AbWheel(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "ab wheel", primary, secondary, Measure.BodyweightReps);

    private static Exercise Sled(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "sled", primary, secondary, Measure.LoadDistance);

    private static Exercise CardioMachine(string id, string name, string primary, string[] secondary, params string[] aliases) =>
        new(id, name, aliases, "cardio machine", primary, secondary, Measure.DistanceTime);
}
