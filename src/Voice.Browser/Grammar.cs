using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Voice.Browser;

/// <summary>What the phone calls.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Grammar
{
    private static string _lastJson = "";
    private static VoiceContext? _last;

    /// <summary>Understands a sentence as <c>POST /api/voice/interpret</c> would without a model, and answers its JSON.</summary>
    /// <param name="context">What <c>GET /api/voice/context</c> answered.</param>
    /// <param name="transcript">1 to 500 characters.</param>
    /// <param name="alternatives">The recogniser's other guesses, a JSON array of strings.</param>
    [JSExport]
    internal static string Interpret(string context, string transcript, string alternatives)
    {
        if (_last is null || context != _lastJson)
        {
            using var json = JsonDocument.Parse(context);
            (_last, _lastJson) = (ContextReader.Read(json.RootElement), context);
        }

        using var others = JsonDocument.Parse(alternatives);
        string[] heard = [.. others.RootElement.EnumerateArray().Select(one => one.GetString()!)];
        return AnswerWriter.Write(VoiceConversation.Interpret(transcript, heard, _last), _last);
    }
}
