using System.Globalization;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>Short looks at answers and at what was logged.</summary>
internal static class Hearing
{
    public static string Text(this Answer answer, string member) => answer.Json[member]!.GetValue<string>();

    /// <summary>The sets of an exercise in the running workout: "100x8".</summary>
    public static async Task<IReadOnlyList<string>> Sets(this Lifter lifter, string exerciseId)
    {
        var workout = (await lifter.Get("/api/workouts/current")).Json;
        return
        [
            .. from entry in workout["exercises"]!.AsArray()
               where entry!["exerciseId"]!.GetValue<string>() == exerciseId
               from set in entry["sets"]!.AsArray()
               let load = set["load"]?["value"]?.GetValue<decimal>().ToString("0.###", CultureInfo.InvariantCulture)
               select $"{load ?? "-"}x{set["reps"]?.GetValue<int>()}",
        ];
    }

    public static async Task<string> Says(this Lifter lifter, string transcript) => (await lifter.Say(transcript)).Text("message");
}
