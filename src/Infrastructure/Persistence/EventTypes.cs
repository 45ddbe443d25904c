using System.Text.Json.Nodes;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The stored name of every event. A name once released is never given up or given to another type.</summary>
internal static class EventTypes
{
    private static readonly EventType[] Known =
    [
        // Workouts
        Of<WorkoutStarted>("WorkoutStarted"),
        Of<WorkoutDescribed>("WorkoutDescribed"),
        Of<WorkoutCompleted>("WorkoutCompleted"),
        Of<WorkoutDiscarded>("WorkoutDiscarded"),
        Of<WorkoutResumed>("WorkoutResumed"),
        Of<WorkoutRecorded>("WorkoutRecorded"),
        Of<WorkoutDeleted>("WorkoutDeleted"),
        Of<WorkoutMoved>("WorkoutMoved"),
        Of<WorkoutRestored>("WorkoutRestored"),
        Of<ExerciseAdded>("ExerciseAdded"),
        Of<ExerciseRestored>("ExerciseRestored"),
        Of<ExerciseReplaced>("ExerciseReplaced"),
        Of<ExerciseRemoved>("ExerciseRemoved"),
        Of<ExerciseDescribed>("ExerciseDescribed"),
        Of<ExerciseSkipped>("ExerciseSkipped"),
        Of<ExercisesReordered>("ExercisesReordered"),
        Of<FocusMoved>("FocusMoved"),
        Of<SetLogged>("SetLogged"),
        Of<SetCorrected>("SetCorrected"),
        Of<SetRemoved>("SetRemoved"),
        Of<CommandUndone>("CommandUndone"),
        Of<CommandRedone>("CommandRedone"),
        Of<ExerciseEvent.ExerciseCreated>("ExerciseCreated"),
        Of<ExerciseEvent.ExerciseChanged>("ExerciseChanged"),
        Of<ExerciseEvent.ExerciseArchived>("ExerciseArchived"),
        Of<ExerciseEvent.ExerciseUnarchived>("ExerciseUnarchived"),
        Of<ExerciseEvent.ExerciseMerged>("ExerciseMerged"),
        Of<ExerciseEvent.ExerciseMergeUndone>("ExerciseMergeUndone"),
        Of<ExercisePreferencesChanged>("ExercisePreferencesChanged"),
        Of<TemplateEvent.TemplateCreated>("TemplateCreated"),
        Of<TemplateEvent.TemplateChanged>("TemplateChanged"),
        Of<TemplateEvent.TemplateDeleted>("TemplateDeleted"),
        Of<TemplateEvent.TemplatesReordered>("TemplatesReordered"),

        // Exchange
        Of<ImportRecorded>("ImportRecorded"),
        Of<ImportUndone>("ImportUndone"),

        // History
        Of<BodyWeightLogged>("BodyWeightLogged"),
        Of<BodyWeightRemoved>("BodyWeightRemoved"),

        // Voice
        Of<VoiceEvent.AliasLearned>("AliasLearned"),
        Of<VoiceEvent.AliasForgotten>("AliasForgotten"),
    ];

    /// <summary>From a stored name and version to the payload of the next version; chained until the current one is reached.</summary>
    private static readonly Dictionary<(string Name, int Version), Func<JsonObject, JsonObject>> Upcasters = [];

    private static readonly Dictionary<string, EventType> ByName = Known.ToDictionary(t => t.Name);

    private static readonly Dictionary<Type, EventType> ByType = Known.ToDictionary(t => t.Type);

    public static IReadOnlyList<EventType> All => Known;

    public static EventType Of(DomainEvent happened) => ByType.TryGetValue(happened.GetType(), out var type)
        ? type
        : throw new InvalidOperationException($"{happened.GetType().Name} has no stored name. Add it to the list in {nameof(EventTypes)}.");

    /// <summary>The event, or null when this release does not know its type or a version so new.</summary>
    public static DomainEvent? Read(string name, int version, string payload)
    {
        if (!ByName.TryGetValue(name, out var type) || version > type.Version)
        {
            return null;
        }

        return (DomainEvent?)StoredJson.Read(version == type.Version ? payload : Upcast(type, version, payload), type.Type);
    }

    private static string Upcast(EventType type, int version, string payload)
    {
        var json = JsonNode.Parse(payload)!.AsObject();
        for (; version < type.Version; version++)
        {
            json = Upcasters[(type.Name, version)](json);
        }

        return json.ToJsonString();
    }

    private static EventType Of<T>(string name, int version = 1)
        where T : DomainEvent => new(name, version, typeof(T));
}

/// <summary>An event type, the name it is stored under and the payload version that is written today.</summary>
internal sealed record EventType(string Name, int Version, Type Type);
