using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>Lifters in the situations that the examples are said in, brought there through the front door.</summary>
internal static class Situated
{
    public static async Task<Lifter> In(string situation, Server server)
    {
        var lifter = await Lifter.SignUp(server);
        if (situation is "push" or "push-active")
        {
            await Template(lifter, "Push Day", "bench-press", "overhead-press", "triceps-pushdown");
            await Template(lifter, "Leg Day", "squat", "leg-press", "lying-leg-curl");
        }

        if (situation == "bench-lb")
        {
            await lifter.Send(HttpMethod.Patch, "/api/account/settings", """{"weightUnit":"lb"}""");
        }

        if (situation == "squat")
        {
            await Workout(lifter, ("squat", 115, 5), ("squat", 115, 5), ("bench-press", 77.5m, 8));
            await lifter.Post("/api/workouts/current/complete");
        }

        await (situation is "none" or "push" ? Task.CompletedTask : Workout(lifter, Today(situation)));
        return lifter;
    }

    private static (string Exercise, decimal? Load, int? Reps)[] Today(string situation) => situation switch
    {
        "bench" => [("bench-press", 80, 10), ("bench-press", 80, 9)],
        "bench-lb" => [("bench-press", 185, 8), ("bench-press", 185, 7)],
        "squat" => [("bench-press", 80, 8), ("squat", 120, 5)],
        "pullup" => [("pull-up", null, 10)],
        "plank" => [("plank", null, null)],
        "push-active" => [("bench-press", 80, 8), ("bench-press", 80, 8), ("bench-press", 80, 8)],
        _ => [],
    };

    private static async Task Workout(Lifter lifter, params (string Exercise, decimal? Load, int? Reps)[] sets)
    {
        var unit = (await lifter.Get("/api/account")).Json["settings"]!["weightUnit"]!.GetValue<string>();
        await lifter.Post("/api/workouts");
        foreach (var (exercise, load, reps) in sets)
        {
            var set = new JsonObject { ["exerciseId"] = exercise };
            if (load is not null)
            {
                set["load"] = new JsonObject { ["value"] = load, ["unit"] = unit };
            }

            set[reps is null ? "durationSeconds" : "reps"] = reps ?? 60;
            var answer = await lifter.Post("/api/workouts/current/sets", set.ToJsonString());
            answer.Status.ShouldBe(201, answer.Text);
        }
    }

    private static async Task Template(Lifter lifter, string name, params string[] exercises)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["exercises"] = new JsonArray([.. exercises.Select(id => new JsonObject { ["exerciseId"] = id })]),
        };
        (await lifter.Post("/api/templates", body.ToJsonString())).Status.ShouldBe(201);
    }
}
