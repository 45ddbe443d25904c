using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>The same exercise twice in a workout: what is said is about the one in focus, as a set that is logged is.</summary>
internal sealed class TwiceTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Current = "/api/workouts/current";

    [SetUp]
    public async Task Begin()
    {
        await Lifter.Post("/api/workouts");
        await Add("bench-press");
        await Log(100, 5);
        await Log(100, 3);
        await Log(100, 3);
        await Add("bench-press");
        await Log(80, 10);
    }

    [TestCase("same again", "100x5 100x3 100x3 | 80x10 80x10")]
    [TestCase("9", "100x5 100x3 100x3 | 80x10 80x9")]
    [TestCase("up five for 6", "100x5 100x3 100x3 | 80x10 85x6")]
    [TestCase("make that 9", "100x5 100x3 100x3 | 80x9")]
    [TestCase("delete the last set", "100x5 100x3 100x3 |")]
    public async Task What_is_said_is_about_the_entry_in_focus(string said, string after)
    {
        (await Lifter.Say(said)).Text("outcome").ShouldBe("applied");
        (await Entries()).ShouldBe(after);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Effort_said_alone_is_of_the_set_done_last()
    {
        await Lifter.Say("RPE 9");
        var entries = (await Lifter.Get(Current)).Json["exercises"]!.AsArray();
        entries.Select(entry => entry!["sets"]!.AsArray().Last()!["rpe"]?.GetValue<decimal>()).ShouldBe([null, 9m]);
    }

    [Test]
    public async Task Numbers_of_sets_are_those_of_the_entry_in_focus_wherever_it_stands()
    {
        (await Lifter.Say("delete set 3")).Text("outcome").ShouldBe("rejected");
        var ids = (await Lifter.Get(Current)).Json["exercises"]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>()).ToList();
        (await Lifter.Send(HttpMethod.Put, Current + "/exercises/order", $$"""{"order":["{{ids[1]}}","{{ids[0]}}"]}""")).Status.ShouldBe(200);
        await Lifter.Say("same again");
        (await Lifter.Say("make that 8")).Text("outcome").ShouldBe("applied");
        (await Lifter.Say("delete set 1")).Text("outcome").ShouldBe("applied");
        (await Entries()).ShouldBe("80x8 | 100x5 100x3 100x3");
    }

    [Test]
    public async Task From_another_exercise_the_later_one_is_meant()
    {
        await Lifter.Say("squat 120 for 5");
        (await Lifter.Say("bench same again")).Text("outcome").ShouldBe("applied");
        (await Lifter.Say("delete bench set 1")).Text("outcome").ShouldBe("applied");
        (await Entries()).ShouldBe("100x5 100x3 100x3 | 80x10 | 120x5");
    }

    [Test]
    public async Task The_phone_is_told_which_entry_is_in_focus()
    {
        var entries = (await Lifter.Get("/api/voice/context")).Json["workout"]!["entries"]!.AsArray();
        entries.Select(entry => entry!["inFocus"]!.GetValue<bool>()).ShouldBe([false, true]);
    }

    private async Task Add(string exerciseId) => await Lifter.Post(Current + "/exercises", $$"""{"exerciseId":"{{exerciseId}}"}""");

    private async Task Log(int load, int reps) =>
        (await Lifter.Post(Current + "/sets", $$$"""{"load":{"value":{{{load}}},"unit":"kg"},"reps":{{{reps}}}}""")).Status.ShouldBe(201);

    private async Task<string> Entries() => string.Join(" | ", (await Lifter.Get(Current)).Json["exercises"]!.AsArray().Select(entry => string.Join(' ', entry!["sets"]!.AsArray()
        .Select(set => $"{set!["load"]!["value"]!.GetValue<decimal>():0.#}x{set["reps"]!.GetValue<int>()}")))).Trim();
}
