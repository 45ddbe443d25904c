using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Workouts;

/// <summary>What a set of an exercise must and must not hold, by what the exercise is measured in.</summary>
public static class SetShape
{
    /// <summary>What is wrong with the values on an exercise of this measure, or null.</summary>
    public static ValidationError? Fault(SetValues values, Measure measure) => (measure, values) switch
    {
        (Measure.LoadReps or Measure.LoadDistance or Measure.Time or Measure.DistanceTime, { Load.Value: < 0 }) =>
            ValidationError.Of("load", "A load below zero means assistance; this exercise has none."),
        (Measure.LoadReps or Measure.BodyweightReps or Measure.AssistedReps, { Reps: null, DurationSeconds: null }) =>
            ValidationError.Of("reps", "Say how many reps: a set without reps is not written."),
        (Measure.Time, { DurationSeconds: null }) => ValidationError.Of("durationSeconds", "Say how long it was."),
        (Measure.LoadDistance or Measure.DistanceTime, { Distance: null, DurationSeconds: null }) =>
            ValidationError.Of("distance", "Say how far or how long it was."),
        _ => null,
    };
}
