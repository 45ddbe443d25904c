using System.Text.Json;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Voice.Browser;

/// <summary>Reads the context by hand: reflection would be trimmed away, and costs size where it is kept.</summary>
internal static class ContextReader
{
    private static readonly ExerciseIndex Library = new(ExerciseLibrary.All);
    private static string _ownJson = "";
    private static ExerciseIndex _own = Library;

    public static VoiceContext Read(JsonElement json) => new(Index(json))
    {
        Unit = json.GetProperty("unit").Unit(),
        DefaultBar = json.Maybe("bar")?.Load(),
        Bars = json.GetProperty("bars").EnumerateObject().ToDictionary(bar => bar.Name, bar => bar.Value.Load()),
        Plates = json.Maybe("plates") is { } plates ? [.. plates.EnumerateArray().Select(plate => plate.GetDecimal())] : null,
        Workout = json.Maybe("workout") is { } workout ? new VoiceWorkout(Entries(workout)) : null,
        FocusExerciseId = json.Maybe("focusExerciseId")?.GetString(),
        Templates = [.. json.GetProperty("templates").EnumerateArray().Select(Template)],
        LastSessions = json.GetProperty("lastSessions").EnumerateObject().ToDictionary(session => session.Name, session => Sets(session.Value)),
        BestKilograms = json.GetProperty("bestKilograms").EnumerateObject().ToDictionary(best => best.Name, best => best.Value.GetDecimal()),
        OpenOptions = [.. json.GetProperty("openOptions").EnumerateArray().Select(Option)],
        OpenTranscript = json.Maybe("openTranscript")?.GetString(),
    };

    private static ExerciseIndex Index(JsonElement json)
    {
        var (own, aliases) = (json.GetProperty("exercises"), json.GetProperty("aliases"));
        var text = own.GetRawText() + aliases.GetRawText();
        if (text != _ownJson)
        {
            Exercise[] mine = [.. own.EnumerateArray().Select(Own)];
            _own = mine.Length == 0 && aliases.GetArrayLength() == 0 ? Library : new ExerciseIndex(
                [.. ExerciseLibrary.All.ExceptBy(mine.Select(exercise => exercise.Id), exercise => exercise.Id), .. mine],
                aliases.EnumerateArray().Select(alias => KeyValuePair.Create(alias.Text("exerciseId"), alias.Text("phrase"))));
            _ownJson = text;
        }

        return _own;
    }

    private static Exercise Own(JsonElement json) => new(
        json.Text("id"), json.Text("name"), Texts(json.GetProperty("aliases")), json.Text("equipment"), json.Text("primaryMuscle"),
        Texts(json.GetProperty("secondaryMuscles")), json.GetProperty("measure").Name<Measure>());

    private static IReadOnlyList<string> Texts(JsonElement json) => [.. json.EnumerateArray().Select(text => text.GetString()!)];

    private static IReadOnlyList<VoiceEntry> Entries(JsonElement workout) =>
    [
        .. workout.GetProperty("entries").EnumerateArray().Select(entry => new VoiceEntry(
            entry.Text("exerciseId"), Sets(entry.GetProperty("sets")), entry.Maybe("targetSets")?.GetInt32(),
            entry.Maybe("targetReps")?.GetInt32(), entry.Maybe("targetLoad")?.Load(), entry.Maybe("inFocus")?.GetBoolean() ?? false)),
    ];

    private static IReadOnlyList<VoiceSet> Sets(JsonElement sets) => [.. sets.EnumerateArray().Select(Set)];

    private static VoiceSet Set(JsonElement set) => new(
        set.Maybe("load")?.Load(), set.Maybe("reps")?.GetInt32(), set.Maybe("rpe")?.GetDecimal(),
        set.Maybe("kind")?.Name<SetKind>() ?? SetKind.Working, set.Maybe("side")?.Name<Side>(),
        set.Maybe("durationSeconds")?.GetInt32(), set.Maybe("distance")?.Distance());

    private static VoiceTemplate Template(JsonElement json) => new(json.Text("id"), json.Text("name"), Texts(json.GetProperty("exerciseIds")));

    private static VoiceOption Option(JsonElement json) => new(json.Text("label"), [.. json.GetProperty("commands").EnumerateArray().Select(Told)]);

    // Of an option's commands only this is looked at, whatever they are: which exercise, which load, how many reps.
    private static VoiceCommand Told(JsonElement json) =>
        (json.Maybe("withExerciseId") ?? json.Maybe("exerciseId"))?.GetString() is { } exerciseId
            ? new VoiceCommand.LogSet(exerciseId, json.Maybe("load")?.Load(), json.Maybe("reps")?.GetInt32())
            : new VoiceCommand.Cancel();
}
