using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Templates;

internal sealed class TemplateStartTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task A_workout_starts_with_what_its_template_plans_and_one_undo_takes_it_back()
    {
        var id = await Lifter.Save(Plans.Push());
        var entry = Guid.NewGuid();
        var started = await Lifter.Post($"/api/templates/{id}/start", $$"""{"entryIds":["{{entry}}"]}""");
        started.Status.ShouldBe(201);
        var workout = started.Json;
        (workout["name"]!.GetValue<string>(), workout["templateId"]!.GetValue<string>()).ShouldBe(("Push day", id));
        var bench = workout["exercises"]![0]!;
        bench["id"]!.GetValue<Guid>().ShouldBe(entry);
        workout["nextEntryId"]!.GetValue<Guid>().ShouldBe(entry);
        bench["target"]!["reps"]!["max"]!.GetValue<int>().ShouldBe(10);
        bench["suggestion"].ShouldBeNull();
        var dips = workout["exercises"]![1]!;
        dips["target"]!["note"]!.GetValue<string>().ShouldBe("Elbows in");
        dips["supersetId"]!.GetValue<string>().ShouldBe(workout["exercises"]![2]!["supersetId"]!.GetValue<string>());
        var set = await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":80,"unit":"kg"},"reps":8}""");
        set.Json["workout"]!["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(1, "the first exercise is in focus");
        await Lifter.Post("/api/workouts/current/undo");
        await Lifter.Post("/api/workouts/current/undo");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await Lifter.Post("/api/workouts/current/redo")).Json["exercises"]!.AsArray().Count.ShouldBe(3);
    }

    [Test]
    public async Task Previous_sets_are_of_the_same_template_where_there_are_any()
    {
        var (heavy, light) = (await Lifter.Save(Plans.Push()), await Lifter.Save(Plans.Push()));
        await Lifter.Train(heavy, 100, 5);
        await Lifter.Train(light, 60, 20);
        var again = (await Lifter.Post("/api/workouts", $$"""{"templateId":"{{heavy}}"}""")).Json["exercises"]![0]!;
        again["previous"]![0]!["reps"]!.GetValue<int>().ShouldBe(5);
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
        await Lifter.Post("/api/workouts");
        var free = (await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"bench-press"}""")).Json["exercises"]![0]!;
        free["previous"]![0]!["reps"]!.GetValue<int>().ShouldBe(20);
    }

    [Test]
    public async Task A_running_workout_keeps_its_plan_when_the_template_is_changed_or_deleted()
    {
        var id = await Lifter.Save(Plans.Push());
        var before = (await Lifter.Post($"/api/templates/{id}/start")).Json["exercises"]!.ToJsonString();
        await Lifter.Send(HttpMethod.Put, $"/api/templates/{id}", """{"name":"Other"}""");
        await Lifter.Send(HttpMethod.Delete, $"/api/templates/{id}");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.ToJsonString().ShouldBe(before);
        (await Lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        (await Lifter.Post($"/api/templates/{id}/start")).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_template_still_starts_when_its_exercise_was_archived()
    {
        var own = (await Lifter.Post("/api/exercises", """{"name":"Cable Y-raise"}""")).Json["id"]!.GetValue<string>();
        var id = await Lifter.Save($$"""{"name":"Delts","exercises":[{"exerciseId":"{{own}}"}]}""");
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{own}")).Status.ShouldBe(204);
        var started = await Lifter.Post($"/api/templates/{id}/start");
        started.Json["exercises"]![0]!["name"]!.GetValue<string>().ShouldBe("Cable Y-raise");
    }

    [Test]
    public async Task When_all_sets_reached_the_top_the_next_target_is_heavier_and_says_why()
    {
        var id = await Lifter.Save(Plans.Push());
        var first = await Lifter.Train(id, 80, 10, 10, 10);
        first["suggestion"].ShouldBeNull();
        var second = await Lifter.Train(id, 82.5m, 10, 9, 8);
        second["target"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(82.5m);
        second["suggestion"]!["reason"]!.GetValue<string>().ShouldBe("Last time all 3 sets reached 10 reps at 80 kg: 2.5 kg more.");
        second["previous"]!.AsArray().Count.ShouldBe(3);
        var third = await Lifter.Train(id, 82.5m, 10, 10, 10);
        third["suggestion"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(82.5m);
        third["suggestion"]!["reason"]!.GetValue<string>().ShouldBe("Last time not all 3 sets reached 10 reps at 82.5 kg: stay there.");
        var fourth = await Lifter.Train(id, 85, 8);
        fourth["target"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(85);
        fourth["suggestion"]!["from"]!["value"]!.GetValue<decimal>().ShouldBe(80);
        await ProjectionsAreTrue();
    }
}
