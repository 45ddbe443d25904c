namespace TitanTrakr.Api.Tests;

/// <summary>Bodies of past workouts.</summary>
internal static class Past
{
    /// <summary>An hour with one set of one exercise.</summary>
    public static string Workout(string startedAt, string exerciseId, decimal load, int reps, string unit = "kg") => Workout(
        startedAt, exerciseId, $$"""{"load":{"value":{{load.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"unit":"{{unit}}"},"reps":{{reps}}}""");

    /// <summary>An hour with these sets of one exercise.</summary>
    public static string Workout(string startedAt, string exerciseId, string sets)
    {
        var end = DateTimeOffset.Parse(startedAt, System.Globalization.CultureInfo.InvariantCulture).AddHours(1);
        return $$"""{"startedAt":"{{startedAt}}","completedAt":"{{end:yyyy-MM-ddTHH:mm:ssZ}}","exercises":[{"exerciseId":"{{exerciseId}}","sets":[{{sets}}]}]}""";
    }

    /// <summary>Many at once, through the offline queue's door.</summary>
    public static string Batch(IEnumerable<string> workouts) =>
        $$"""{"commands":[{{string.Join(',', workouts.Select(body => $$"""{"id":"{{Guid.NewGuid()}}","type":"RecordWorkout","data":{{body}}}"""))}}]}""";
}
