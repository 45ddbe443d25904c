using System.Text.Json.Serialization;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Common.Json;

/// <summary>
/// How what a set's way touches is read and written, worked out when the house is compiled and not at its start. Everything else is worked out
/// by reflection when it is met first, and comes out the same: names, converters and strictness are those of whoever asks.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LogSet))]
[JsonSerializable(typeof(LoggedSet))]
[JsonSerializable(typeof(Workout))]
[JsonSerializable(typeof(ExerciseRecords))]
[JsonSerializable(typeof(PreferenceList))]
[JsonSerializable(typeof(WorkoutStarted))]
[JsonSerializable(typeof(WorkoutDescribed))]
[JsonSerializable(typeof(WorkoutCompleted))]
[JsonSerializable(typeof(WorkoutDiscarded))]
[JsonSerializable(typeof(WorkoutResumed))]
[JsonSerializable(typeof(WorkoutRecorded))]
[JsonSerializable(typeof(WorkoutDeleted))]
[JsonSerializable(typeof(WorkoutRestored))]
[JsonSerializable(typeof(WorkoutMoved))]
[JsonSerializable(typeof(ExerciseRestored))]
[JsonSerializable(typeof(ExerciseReplaced))]
[JsonSerializable(typeof(ExerciseDescribed))]
[JsonSerializable(typeof(ExerciseSkipped))]
[JsonSerializable(typeof(ExercisesReordered))]
[JsonSerializable(typeof(SetCorrected))]
[JsonSerializable(typeof(CommandUndone))]
[JsonSerializable(typeof(CommandRedone))]
[JsonSerializable(typeof(SetLogged))]
[JsonSerializable(typeof(SetRemoved))]
[JsonSerializable(typeof(ExerciseAdded))]
[JsonSerializable(typeof(ExerciseRemoved))]
[JsonSerializable(typeof(FocusMoved))]
public sealed partial class CompiledJson : JsonSerializerContext;
