using System.Text.Json;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Voice.Browser;

/// <summary>Writes a command: its type, then the members it has.</summary>
internal static class CommandWriter
{
    public static void Write(Utf8JsonWriter writer, VoiceCommand command)
    {
        writer.WriteStartObject();
        writer.WriteString("type", command.GetType().Name);
        Members(writer, command);
        writer.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter writer, VoiceCommand command)
    {
        switch (command)
        {
            case VoiceCommand.StartWorkout c: Text(writer, "name", c.Name); Text(writer, "templateId", c.TemplateId); break;
            case VoiceCommand.AddExercise c: Text(writer, "exerciseId", c.ExerciseId); break;
            case VoiceCommand.ReplaceExercise c: Text(writer, "exerciseId", c.ExerciseId); Text(writer, "withExerciseId", c.WithExerciseId); break;
            case VoiceCommand.RemoveExercise c: Text(writer, "exerciseId", c.ExerciseId); break;
            case VoiceCommand.MakeSuperset c: Texts(writer, "exerciseIds", c.ExerciseIds); break;
            case VoiceCommand.LogSet c: Text(writer, "exerciseId", c.ExerciseId); Set(writer, c); break;
            case VoiceCommand.CorrectSet c:
                Text(writer, "exerciseId", c.ExerciseId); Number(writer, "set", c.Set); Text(writer, "withExerciseId", c.WithExerciseId);
                Set(writer, new(c.ExerciseId, c.Load, c.Reps, c.Rpe, c.Kind, c.Side, c.DurationSeconds, c.Distance, c.Note));
                break;
            case VoiceCommand.RemoveSet c: Text(writer, "exerciseId", c.ExerciseId); Number(writer, "set", c.Set); break;
            case VoiceCommand.WriteNote c: Text(writer, "text", c.Text); Text(writer, "on", Name(c.On)); break;
            case VoiceCommand.StartRest c: Number(writer, "seconds", c.Seconds); break;
            case VoiceCommand.ExtendRest c: Number(writer, "seconds", c.Seconds); break;
            case VoiceCommand.LogBodyWeight c: Load(writer, "load", c.Load); break;
            case VoiceCommand.SaveTemplate c: Text(writer, "name", c.Name); break;
            case VoiceCommand.SetWeightUnit c: Text(writer, "unit", Name(c.Unit)); break;
            case VoiceCommand.SetSpeakBack c: writer.WriteBoolean("on", c.On); break;
            case VoiceCommand.AskLast c: Text(writer, "exerciseId", c.ExerciseId); Text(writer, "muscle", c.Muscle); break;
            case VoiceCommand.AskRecord c: Text(writer, "exerciseId", c.ExerciseId); Number(writer, "reps", c.Reps); break;
            case VoiceCommand.AskVolume c: Text(writer, "muscle", c.Muscle); break;
            case VoiceCommand.AskTemplate c: Text(writer, "templateId", c.TemplateId); break;
            case VoiceCommand.AskPlates c: Load(writer, "load", c.Load); break;
            case VoiceCommand.AskConvert c: Load(writer, "load", c.Load); Text(writer, "unit", Name(c.Unit)); break;
            case VoiceCommand.Confirm c: Number(writer, "option", c.Option); break;
        }
    }

    private static void Set(Utf8JsonWriter writer, VoiceCommand.LogSet set)
    {
        Load(writer, "load", set.Load);
        Number(writer, "reps", set.Reps);
        Number(writer, "rpe", set.Rpe);
        Text(writer, "kind", set.Kind is { } kind ? Name(kind) : null);
        Text(writer, "side", set.Side is { } side ? Name(side) : null);
        Number(writer, "durationSeconds", set.DurationSeconds);
        if (set.Distance is { } distance)
        {
            Quantity(writer, "distance", distance.Value, Name(distance.Unit));
        }

        Text(writer, "note", set.Note);
    }

    private static void Load(Utf8JsonWriter writer, string name, Load? load)
    {
        if (load is not null)
        {
            Quantity(writer, name, load.Value, Name(load.Unit));
        }
    }

    private static void Quantity(Utf8JsonWriter writer, string name, decimal value, string unit)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("value", value);
        writer.WriteString("unit", unit);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
