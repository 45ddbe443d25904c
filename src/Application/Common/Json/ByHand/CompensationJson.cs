using System.Text.Json;
using TitanTrakr.Domain.Workouts;
using static TitanTrakr.Application.Common.Json.ByHand.MemberReader;

namespace TitanTrakr.Application.Common.Json.ByHand;

/// <summary>What takes a command back, as it is stored: the few events that take back what most workouts are made of. All others are the serializer's.</summary>
internal static class CompensationJson
{
    private const string RemovesSet = "SetRemoved", RemovesExercise = "ExerciseRemoved", MovesFocus = "FocusMoved", Discards = "WorkoutDiscarded";

    public static bool IsPlain(IReadOnlyList<Compensation> ways)
    {
        for (var i = 0; i < ways.Count; i++)
        {
            for (var j = 0; j < ways[i].Events.Count; j++)
            {
                if (ways[i].Events[j] is not (SetRemoved or ExerciseRemoved or FocusMoved or WorkoutDiscarded))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static void Write(MemberWriter to, Compensation way)
    {
        to.Id("commandId"u8, way.CommandId);
        to.List("events"u8, way.Events, Write);
    }

    public static Compensation Read(ref Utf8JsonReader reader)
    {
        (Guid commandId, List<WorkoutEvent>? events) = (default, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "commandId"u8)) { commandId = reader.GetGuid(); }
            else if (Is(ref reader, "events"u8)) { events = List(ref reader, Event); }
            else { throw new JsonException(); }
        }

        return new Compensation(commandId, events!);
    }

    private static void Write(MemberWriter to, WorkoutEvent happened)
    {
        switch (happened)
        {
            case SetRemoved set:
                to.Text("$type"u8, RemovesSet);
                to.Id("entryId"u8, set.EntryId);
                to.Id("setId"u8, set.SetId);
                break;
            case ExerciseRemoved entry:
                to.Text("$type"u8, RemovesExercise);
                to.Id("entryId"u8, entry.EntryId);
                break;
            case FocusMoved focus:
                to.Text("$type"u8, MovesFocus);
                to.Id("entryId"u8, focus.EntryId);
                break;
            case WorkoutDiscarded:
                to.Text("$type"u8, Discards);
                break;
            default:
                throw new NotSupportedException($"{happened.GetType().Name} is not written by hand: ask {nameof(IsPlain)} before.");
        }

        to.Id("workoutId"u8, happened.WorkoutId);
    }

    private static WorkoutEvent Event(ref Utf8JsonReader reader)
    {
        (string? type, Guid workoutId, Guid? entryId, Guid? setId) = (null, default, null, null);
        Begin(ref reader);
        while (Next(ref reader))
        {
            if (Is(ref reader, "$type"u8)) { type = Text(ref reader); }
            else if (Is(ref reader, "workoutId"u8)) { workoutId = reader.GetGuid(); }
            else if (Is(ref reader, "entryId"u8)) { entryId = Id(ref reader); }
            else if (Is(ref reader, "setId"u8)) { setId = reader.GetGuid(); }
            else { throw new JsonException(); }
        }

        return (type, entryId, setId) switch
        {
            (RemovesSet, { } entry, { } set) => new SetRemoved(workoutId, entry, set),
            (RemovesExercise, { } entry, null) => new ExerciseRemoved(workoutId, entry),
            (MovesFocus, _, null) => new FocusMoved(workoutId, entryId),
            (Discards, null, null) => new WorkoutDiscarded(workoutId),
            _ => throw new JsonException(),
        };
    }
}
