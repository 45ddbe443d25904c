using System.Text;
using System.Text.Json;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Voice.Browser;

/// <summary>Writes the answer as <c>interpret</c> has it; the workout is left to the phone, which has it.</summary>
internal static class AnswerWriter
{
    public static string Write(VoiceReading reading, VoiceContext context)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, reading, InterpretedReply.Of(reading, context));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, VoiceReading reading, Reply reply)
    {
        writer.WriteStartObject();
        writer.WriteString("outcome", Outcome(reading.Outcome));
        writer.WriteString("message", reply.Message);
        writer.WriteString("speech", reply.Speech);
        Commands(writer, reading.Commands);
        writer.WriteStartArray("events");
        writer.WriteEndArray();
        Options(writer, reading.Options);
        writer.WriteString("understoodBy", "grammar");
        writer.WriteNumber("confidence", reading.Confidence);
        writer.WriteNumber("elapsedMs", 0);
        writer.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter writer, IReadOnlyList<VoiceOption> options)
    {
        if (options.Count == 0)
        {
            writer.WriteNull("options");
            return;
        }

        writer.WriteStartArray("options");
        foreach (var option in options)
        {
            writer.WriteStartObject();
            writer.WriteString("label", option.Label);
            Commands(writer, option.Commands);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Commands(Utf8JsonWriter writer, IReadOnlyList<VoiceCommand> commands)
    {
        writer.WriteStartArray("commands");
        foreach (var command in commands)
        {
            CommandWriter.Write(writer, command);
        }

        writer.WriteEndArray();
    }

    private static string Outcome(VoiceOutcome outcome) => outcome switch
    {
        VoiceOutcome.Understood => "understood",
        VoiceOutcome.Answered => "answered",
        VoiceOutcome.NeedsClarification => "needsClarification",
        VoiceOutcome.NotUnderstood => "notUnderstood",
        VoiceOutcome.Rejected => "rejected",
    };
}
