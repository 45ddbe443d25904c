using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Voice;

/// <summary>Questions that stay open, names that are learned, several commands in one breath, and answers that are looked up.</summary>
internal sealed class TalkTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Ambiguous = "shoulder press 40 for 8";

    [SetUp]
    public async Task Start() => await Lifter.Post("/api/workouts");

    [Test]
    public async Task Saying_yes_takes_the_first_option()
    {
        (await Lifter.Say("discard the workout")).Text("outcome").ShouldBe("needsClarification");
        (await Lifter.Say("yes")).Text("outcome").ShouldBe("applied");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await Lifter.Say("yes")).Text("outcome").ShouldBe("rejected");
    }

    [Test]
    public async Task No_drops_the_question()
    {
        await Lifter.Say("discard the workout");
        await Lifter.Say("no");
        (await Lifter.Say("yes")).Text("outcome").ShouldBe("rejected");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(200);
    }

    [Test]
    public async Task An_option_is_picked_by_its_label_too()
    {
        var asked = await Lifter.Say("discard the workout");
        asked.Text("outcome").ShouldBe("needsClarification");
        await Lifter.Say(asked.Json["options"]![1]!["label"]!.GetValue<string>());
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(200);
    }

    [Test]
    public async Task A_bare_name_answers_which_exercise()
    {
        (await Lifter.Say("80 for 8")).Text("outcome").ShouldBe("needsClarification");
        (await Lifter.Say("squat")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["80x8"]);
    }

    [Test]
    public async Task A_bare_number_answers_how_many()
    {
        (await Lifter.Say("squat 80")).Text("outcome").ShouldBe("needsClarification");
        (await Lifter.Say("8")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["80x8"]);
    }

    [Test]
    public async Task A_number_said_after_something_was_done_by_hand_answers_no_older_question()
    {
        await Lifter.Say("squat 120 for 5");
        await Lifter.Say("bench press 80 for 9");
        (await Lifter.Say("back to 70")).Text("outcome").ShouldBe("needsClarification");
        await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":70,"unit":"kg"},"reps":8}""");
        (await Lifter.Say("yes")).Text("outcome").ShouldBe("rejected");
        await Lifter.Say("back to 60");
        await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"squat","focus":true}""");
        (await Lifter.Get("/api/voice/context")).Json["openOptions"]!.AsArray().ShouldBeEmpty();
        (await Lifter.Say("6")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["120x5", "120x6"]);
        (await Lifter.Sets("bench-press")).ShouldBe(["80x9", "70x8"]);
    }

    [Test]
    public async Task What_is_not_understood_leaves_the_question_open()
    {
        await Lifter.Say("squat 80");
        (await Lifter.Say("bla bla bla")).Text("outcome").ShouldBe("notUnderstood");
        (await Lifter.Say("8")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["80x8"]);
    }

    [Test]
    public async Task What_was_swapped_in_takes_the_set_said_in_the_same_breath()
    {
        await Lifter.Say("overhead press");
        (await Lifter.Say("swap overhead press for push press, 60 for 5")).Text("outcome").ShouldBe("applied");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray().Count.ShouldBe(1);
        (await Lifter.Sets("push-press")).ShouldBe(["60x5"]);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_was_corrected_is_read_in_digits_and_heard_in_words()
    {
        await Lifter.Say("squat 80 for 8");
        var corrected = await Lifter.Say("no, 85");
        corrected.Text("message").ShouldBe("Corrected set 1 of Squat to 85 kg");
        corrected.Text("speech").ShouldBe("Corrected set 1 of Squat to eighty five kilos.");
    }

    [Test]
    public async Task A_refusal_offers_the_way_out_and_yes_takes_it()
    {
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
        var refused = await Lifter.Say("squat 100 for 5");
        refused.Text("outcome").ShouldBe("rejected");
        refused.Json["options"]!.AsArray().Count.ShouldBeGreaterThan(0);
        (await Lifter.Say("yes")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["100x5"]);
    }

    [Test]
    public async Task One_part_that_is_refused_undoes_the_breath()
    {
        var answer = await Lifter.Say("squat 100 for 5, then delete set 7");
        answer.Text("outcome").ShouldBe("rejected");
        (await Lifter.Events()).Count.ShouldBe(1);
    }

    [Test]
    public async Task Several_commands_are_one_for_undo_and_questions_beside_them_are_answered_after()
    {
        var answer = await Lifter.Say("squat 100 for 5, then how many sets so far");
        answer.Text("outcome").ShouldBe("applied");
        answer.Text("message").ShouldContain("1 set so far");
        answer.Text("speech").ShouldContain("one hundred kilos for five");
        await Lifter.Say("bench press 60 for 8, then rest two minutes");
        (await Lifter.Say("undo")).Text("outcome").ShouldBe("applied");
        (await Lifter.Sets("squat")).ShouldBe(["100x5"]);
        (await Lifter.Sets("bench-press")).ShouldBeEmpty();
    }

    [Test]
    public async Task A_set_moved_to_what_was_meant_teaches_the_words_it_came_in_by()
    {
        await Lifter.Say("flat bench 60 for 8");
        var set = (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["sets"]![0]!;
        var workout = (await Lifter.Get("/api/workouts/current")).Text("id");
        var path = $"/api/workouts/{workout}/sets/{set["id"]}";
        (await Lifter.Send(HttpMethod.Patch, path, """{"exerciseId":"dumbbell-bench-press"}""")).Status.ShouldBe(200);
        var alias = (await Lifter.Get("/api/voice/aliases")).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        (alias["phrase"]!.GetValue<string>(), alias["exerciseId"]!.GetValue<string>()).ShouldBe(("flat bench", "dumbbell-bench-press"));
        await Lifter.Say("flat bench 62.5 for 8");
        (await Lifter.Sets("dumbbell-bench-press")).ShouldBe(["60x8", "62.5x8"]);
        await ProjectionsAreTrue();
        (await Lifter.Send(HttpMethod.Delete, $"/api/voice/aliases/{alias["id"]}")).Status.ShouldBe(204);
        (await Lifter.Send(HttpMethod.Delete, $"/api/voice/aliases/{alias["id"]}")).Status.ShouldBe(404);
        (await Lifter.Get("/api/voice/aliases")).Json["items"]!.AsArray().ShouldBeEmpty();
        await Lifter.Say("flat bench 65 for 8");
        (await Lifter.Sets("dumbbell-bench-press")).Count.ShouldBe(2);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task An_option_picked_teaches_its_words_and_nobody_elses_account()
    {
        var asked = await Lifter.Say(Ambiguous);
        asked.Text("outcome").ShouldBe("needsClarification");
        await Lifter.Say("the second one");
        var alias = (await Lifter.Get("/api/voice/aliases")).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        alias["phrase"]!.GetValue<string>().ShouldBe("shoulder press");
        (await Lifter.Say(Ambiguous)).Text("outcome").ShouldBe("applied");
        using var other = await Lifter.SignUp(Server);
        (await other.Get("/api/voice/aliases")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await other.Send(HttpMethod.Delete, $"/api/voice/aliases/{alias["id"]}")).Status.ShouldBe(404);
    }

    [Test]
    public async Task Notes_add_up_and_settings_change_by_voice()
    {
        await Lifter.Say("workout note slept badly");
        await Lifter.Say("workout note felt better later");
        (await Lifter.Get("/api/workouts/current")).Text("note").ShouldBe("slept badly\nfelt better later");
        (await Lifter.Say("switch to pounds")).Text("outcome").ShouldBe("applied");
        await Lifter.Say("stop talking");
        var settings = (await Lifter.Get("/api/account")).Json["settings"]!;
        (settings["weightUnit"]!.GetValue<string>(), settings["speakBack"]!.GetValue<bool>()).ShouldBe(("lb", false));
    }

    [Test]
    public async Task A_superset_binds_what_is_there_and_what_is_not_yet()
    {
        await Lifter.Say("barbell curl 30 for 10");
        (await Lifter.Say("superset barbell curl with triceps pushdown")).Text("outcome").ShouldBe("applied");
        var entries = (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray();
        entries.Select(entry => entry!["supersetId"]?.GetValue<string>()).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        entries.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_workout_is_saved_as_a_template_asked_about_and_started_by_voice()
    {
        await Lifter.Say("bench press 60 for 8");
        (await Lifter.Say("save this as push day")).Text("outcome").ShouldBe("applied");
        (await Lifter.Says("what's in push day")).ShouldBe("Push Day: Bench Press.");
        await Lifter.Say("finish workout");
        (await Lifter.Say("start push day")).Text("outcome").ShouldBe("applied");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task Questions_are_answered_from_the_log_with_the_date()
    {
        var month = DateTime.UtcNow.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
        await Lifter.Say("bench press 102.5 for 5");
        await Lifter.Post("/api/workouts/current/complete");
        await Lifter.Post("/api/workouts");
        var last = await Lifter.Say("what did I do last time on bench press");
        last.Text("outcome").ShouldBe("answered");
        last.Text("message").ShouldContain("102.5 kg × 5");
        last.Text("message").ShouldContain(month);
        last.Text("speech").ShouldContain("one hundred and two point five kilos for five");
        var interpreted = await Lifter.Post("/api/voice/interpret", """{"transcript":"what did I do last time on bench press"}""");
        (interpreted.Text("outcome"), interpreted.Text("message"), interpreted.Text("speech")).ShouldBe(("answered", last.Text("message"), last.Text("speech")));
        (await Lifter.Says("what's my best bench press")).ShouldContain("102.5 kg × 5, today");
        (await Lifter.Says("how many sets for chest this week")).ShouldBe("1 set for chest this week.");
        (await Lifter.Says("when did I last train chest")).ShouldContain("Bench Press");
        (await Lifter.Says("what's 82.5 in pounds")).ShouldBe("82.5 kg is 181.9 lb.");
        (await Lifter.Says("plates for 102.5")).ShouldBe("Each side of the 20 kg bar: 25 + 15 + 1.25.");
        (await Lifter.Events()).Select(e => e!["type"]!.GetValue<string>()).Last().ShouldBe("WorkoutStarted");
        (await Lifter.Says("bench press 60 for 8, then how many sets for triceps this week")).ShouldContain("1 set for triceps this week");
    }

    [Test]
    public async Task The_load_before_today_makes_a_big_jump_a_question_on_a_first_set_too()
    {
        await Lifter.Say("bench press 100 for 5");
        await Lifter.Post("/api/workouts/current/complete");
        await Lifter.Post("/api/workouts");
        (await Lifter.Say("bench press 180 for 5")).Text("outcome").ShouldBe("needsClarification");
        var interpreted = await Lifter.Post("/api/voice/interpret", new JsonObject { ["transcript"] = "bench press 180 for 5" }.ToJsonString());
        interpreted.Text("outcome").ShouldBe("needsClarification");
    }

    [Test]
    public async Task The_same_key_gives_the_first_answer_whatever_it_was()
    {
        foreach (var said in new[] { "squat 100 for 5, note größer", "squat 600 for 5", "bla bla bla", "delete set 7", "what's my best squat" })
        {
            var key = Guid.NewGuid();
            var first = await Lifter.Say(said, key);
            var second = await Lifter.Say(said, key);
            (second.Status, second.Replayed, second.Text).ShouldBe((200, true, first.Text), said);
        }
    }
}
