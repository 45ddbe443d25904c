using System.Text.Json;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>
/// The form of an answer. One flat object for all commands: providers bound how many alternatives and optional members a schema may have,
/// and which members belong to which type is checked by us anyway.
/// </summary>
internal static class CommandSchema
{
    private const string Load = """{"type":"object","properties":{"value":{"type":"number"},"unit":{"type":"string","enum":["kg","lb"]}},"required":["value","unit"],"additionalProperties":false}""";

    private const string Text =
        $$$$"""
        {"type":"object","properties":{"commands":{"type":"array","items":{"type":"object","properties":{
        "type":{"type":"string","enum":["StartWorkout","AddExercise","ReplaceExercise","RemoveExercise","MakeSuperset","LogSet","CorrectSet","RemoveSet","Undo","Redo","WriteNote","StartRest","ExtendRest","StopRest","AskRest","LogBodyWeight","CompleteWorkout","SaveTemplate","SetWeightUnit","SetSpeakBack","AskLast","AskRecord","AskProgress","AskNext","AskVolume","AskTemplate","AskBodyWeight","AskPlates","AskConvert"]},
        "name":{"type":"string"},"templateId":{"type":"string"},"exerciseId":{"type":"string"},"withExerciseId":{"type":"string"},
        "exerciseIds":{"type":"array","items":{"type":"string"}},"set":{"type":"integer"},
        "load":{{{{Load}}}},"reps":{"type":"integer"},"rpe":{"type":"number"},
        "kind":{"type":"string","enum":["warmup","working","drop","failure"]},"side":{"type":"string","enum":["left","right","each"]},
        "durationSeconds":{"type":"integer"},
        "distance":{"type":"object","properties":{"value":{"type":"number"},"unit":{"type":"string","enum":["m","km","mi","yd"]}},"required":["value","unit"],"additionalProperties":false},
        "note":{"type":"string"},"text":{"type":"string"},"on":{"anyOf":[{"type":"string","enum":["workout","exercise","set"]},{"type":"boolean"}]},
        "seconds":{"type":"integer"},"unit":{"type":"string","enum":["kg","lb"]},"muscle":{"type":"string"}
        },"required":["type"],"additionalProperties":false}}},"required":["commands"],"additionalProperties":false}
        """;

    /// <summary>As JSON schema.</summary>
    public static JsonElement Element { get; } = JsonDocument.Parse(Text).RootElement.Clone();
}
