using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitanTrakr.Application.Common.Json;

/// <summary>Text that can be stored and shown: no NUL, no lone surrogates, no control characters but tab and line ends.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private const string Rule = "Text can't hold control characters or broken Unicode.";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException exception) when (reader.TokenType == JsonTokenType.String)
        {
            throw new InvalidMemberException(Rule, exception);
        }

        return text is null || IsClean(text) ? text : throw new InvalidMemberException(Rule);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    internal static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x20 and not ('\t' or '\n' or '\r') || rune.Value == 0x7F)
            {
                return false;
            }
        }

        return !HasLoneSurrogate(text);
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
