using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TitanTrakr.Endurance;

/// <summary>What a phone gathered without a connection: workouts of eighteen sets, to be sent as one batch, as often as one likes.</summary>
internal sealed class OfflineQueue
{
    private const int SetsAWorkout = 18;

    private readonly JsonArray _commands = [];

    private OfflineQueue()
    {
    }

    /// <summary>Queues commands and notes the sets.</summary>
    /// <param name="clock">What the phone's clock said at each.</param>
    /// <param name="areKept">Whether the host is to take them.</param>
    public static OfflineQueue Of(Account lifter, int length, Func<int, DateTimeOffset> clock, bool areKept = true)
    {
        var queue = new OfflineQueue();
        for (var i = 0; i < length; i++)
        {
            queue._commands.Add((i % (SetsAWorkout + 2)) switch
            {
                SetsAWorkout => Command(Guid.CreateVersion7(), "CompleteWorkout", clock(i), []),
                SetsAWorkout + 1 => Command(Guid.CreateVersion7(), "StartWorkout", clock(i), []),
                _ => LogSet(lifter.Ledger, i, clock(i), areKept),
            });
        }

        return queue;
    }

    /// <summary>Sends all of it; answers the status of each.</summary>
    public async Task<IReadOnlyList<string>> Send(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/api/events", new JsonObject { ["commands"] = _commands.DeepClone() });
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return [.. answer!["results"]!.AsArray().Select(result => result!["status"]!.GetValue<string>())];
    }

    private static JsonObject LogSet(Ledger ledger, int ordinal, DateTimeOffset at, bool isKept)
    {
        var set = new SentSet("queue", ordinal, Guid.CreateVersion7(), Guid.CreateVersion7(), isKept);
        ledger.Note(set);
        return Command(set.CommandId, "LogSet", at, new() { ["id"] = set.SetId, ["exerciseId"] = ordinal % 2 == 0 ? "squat" : "deadlift", ["reps"] = 5 });
    }

    private static JsonObject Command(Guid id, string type, DateTimeOffset at, JsonObject data) =>
        new() { ["id"] = id, ["type"] = type, ["at"] = at, ["data"] = data };
}
