using TitanTrakr.Application.Common.Json;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Application.Tests;

/// <summary>What stands in people's databases: a change here breaks them, and needs a new version with an upcaster instead.</summary>
public sealed class StoredEventsTests
{
    private const string G = "11111111-1111-1111-1111-111111111111";
    private const string At = "2026-01-02T03:04:05+00:00";
    private const string Values =
        """{"load":{"value":102.50,"unit":"kg"},"reps":8,"rpe":8.5,"kind":"working","side":"each","durationSeconds":60,"distance":{"value":1.5,"unit":"km"},"note":"ok"}""";

    private static readonly Guid Id = Guid.Parse(G);
    private static readonly DateTimeOffset Time = DateTimeOffset.Parse(At, System.Globalization.CultureInfo.InvariantCulture);
    private static readonly SetValues Set = new(
        new(102.50m, WeightUnit.Kg), new Reps(8), new Rpe(8.5m), SetKind.Working, Side.Each, new SetDuration(60), new(1.5m, DistanceUnit.Km), "ok");

    private static readonly SetTarget Target = new(3, new(8, 12), new(60, WeightUnit.Lb), new Rpe(9), 120);

    private static readonly TemplateExercise Planned = new(
        "plank", Id, "Slow",
        new(1, new(8, 12), new(60, WeightUnit.Lb), new Rpe(9), 120, new SetDuration(60), new(1.5m, DistanceUnit.Km), "Slow", [
            new(SetKind.Drop, new(8, 12), new(60, WeightUnit.Lb), new Rpe(9), 90, new SetDuration(60), new(1.5m, DistanceUnit.Km)),
        ]),
        new(new(2.5m, WeightUnit.Kg)));

    private static readonly WorkoutExercise Entry = new(
        Id, "plank", "Plank", Measure.Time, null, null, null, [], [], [new(Id, Set, Time, [RecordKind.LongestDuration])]);

    private static IEnumerable<TestCaseData> Pinned()
    {
        const string W = $"\"workoutId\":\"{G}\"";
        const string E = $"\"entryId\":\"{G}\"";
        yield return Pin(new WorkoutStarted(Id, "Push", Id, Time), $$"""{"name":"Push","templateId":"{{G}}","startedAt":"{{At}}",{{W}}}""");
        yield return Pin(new WorkoutDescribed(Id, null, "Hard"), $$"""{"note":"Hard",{{W}}}""");
        yield return Pin(new WorkoutCompleted(Id, Time), $$"""{"completedAt":"{{At}}",{{W}}}""");
        yield return Pin(new WorkoutDiscarded(Id), $$"""{{{W}}}""");
        yield return Pin(new WorkoutResumed(Id), $$"""{{{W}}}""");
        yield return Pin(
            new WorkoutRecorded(Id, "Push", Time, Time, null, [new(Id, "plank", "Plank", Measure.Time, null, "Slow", [new(Id, Set, Time)])], Id, ["a;b"]),
            $$$"""{"name":"Push","startedAt":"{{{At}}}","completedAt":"{{{At}}}","exercises":[{{{{E}}},"exerciseId":"plank","name":"Plank","measure":"time","note":"Slow","sets":[{"setId":"{{{G}}}","values":{{{Values}}},"loggedAt":"{{{At}}}"}]}],"importId":"{{{G}}}","source":["a;b"],{{{W}}}}""");
        yield return Pin(new WorkoutDeleted(Id), $$"""{{{W}}}""");
        yield return Pin(new WorkoutMoved(Id, Time, Time), $$"""{"startedAt":"{{At}}","completedAt":"{{At}}",{{W}}}""");
        yield return Pin(new WorkoutRestored(Id), $$"""{{{W}}}""");
        yield return Pin(
            new ExerciseAdded(Id, Id, "plank", "Plank", Measure.BodyweightReps, Id, Target, 0),
            $$$"""{{{{E}}},"exerciseId":"plank","name":"Plank","measure":"bodyweightReps","supersetId":"{{{G}}}","target":{"sets":3,"reps":{"min":8,"max":12},"load":{"value":60,"unit":"lb"},"rpe":9,"restSeconds":120},"position":0,{{{W}}}}""");
        yield return Pin(
            new ExerciseRestored(Id, Entry, 1),
            $$$"""{"entry":{"id":"{{{G}}}","exerciseId":"plank","name":"Plank","measure":"time","previous":[],"bests":[],"sets":[{"id":"{{{G}}}","values":{{{Values}}},"loggedAt":"{{{At}}}","records":["longestDuration"]}]},"position":1,{{{W}}}}""");
        yield return Pin(
            new ExerciseReplaced(Id, Id, "row", "Row", Measure.DistanceTime),
            $$"""{{{E}},"exerciseId":"row","name":"Row","measure":"distanceTime",{{W}}}""");
        yield return Pin(new ExerciseRemoved(Id, Id), $$"""{{{E}},{{W}}}""");
        yield return Pin(new ExerciseDescribed(Id, Id, null, "Slow"), $$"""{{{E}},"note":"Slow",{{W}}}""");
        yield return Pin(new ExerciseSkipped(Id, Id, true), $$"""{{{E}},"skipped":true,{{W}}}""");
        yield return Pin(new ExercisesReordered(Id, [Id]), $$"""{"entryIds":["{{G}}"],{{W}}}""");
        yield return Pin(new FocusMoved(Id, Id), $$"""{{{E}},{{W}}}""");
        yield return Pin(
            new SetLogged(Id, Id, Id, Set, Time, 2),
            $$"""{{{E}},"setId":"{{G}}","values":{{Values}},"loggedAt":"{{At}}","position":2,{{W}}}""");
        yield return Pin(new SetCorrected(Id, Id, Id, Set, null), $$"""{{{E}},"setId":"{{G}}","values":{{Values}},{{W}}}""");
        yield return Pin(new SetRemoved(Id, Id, Id), $$"""{{{E}},"setId":"{{G}}",{{W}}}""");
        yield return Pin(new CommandUndone(Id, Id, 2), $$"""{"undoneCommandId":"{{G}}","eventCount":2,{{W}}}""");
        yield return Pin(new CommandRedone(Id, Id, 2), $$"""{"redoneCommandId":"{{G}}","eventCount":2,{{W}}}""");
        yield return Pin(
            new ExerciseEvent.ExerciseCreated(G, "Jefferson Curl", ["jefferson"], "barbell", "hamstrings", ["abs"], Measure.LoadReps),
            $$"""{"exerciseId":"{{G}}","name":"Jefferson Curl","aliases":["jefferson"],"equipment":"barbell","primaryMuscle":"hamstrings","secondaryMuscles":["abs"],"measure":"loadReps"}""");
        yield return Pin(
            new ExerciseEvent.ExerciseChanged(G, "Jefferson", null, null, null, null), $$"""{"exerciseId":"{{G}}","name":"Jefferson"}""");
        yield return Pin(new ExerciseEvent.ExerciseArchived(G), $$"""{"exerciseId":"{{G}}"}""");
        yield return Pin(new ExerciseEvent.ExerciseUnarchived(G), $$"""{"exerciseId":"{{G}}"}""");
        yield return Pin(
            new ExercisePreferencesChanged("plank", new("bodyweight", Measure.Time, new(2.5m, WeightUnit.Kg), new(20, WeightUnit.Kg), 90, WeightUnit.Lb)),
            """{"exerciseId":"plank","preferences":{"equipment":"bodyweight","measure":"time","step":{"value":2.5,"unit":"kg"},"barLoad":{"value":20,"unit":"kg"},"restSeconds":90,"unit":"lb"}}""");
        yield return Pin(
            new ExerciseEvent.ExerciseMerged(G, "plank", "Plank", Measure.Time),
            $$"""{"exerciseId":"{{G}}","intoId":"plank","intoName":"Plank","measure":"time"}""");
        yield return Pin(new ExerciseEvent.ExerciseMergeUndone(G, "plank"), $$"""{"exerciseId":"{{G}}","intoId":"plank"}""");
        yield return Pin(
            new BodyWeightLogged(Id, new(80.5m, WeightUnit.Kg), Time, "Fasted"),
            $$$"""{"weight":{"value":80.5,"unit":"kg"},"measuredAt":"{{{At}}}","note":"Fasted",{{{E}}}}""");
        yield return Pin(new BodyWeightRemoved(Id), $$"""{{{E}}}""");
        const string Plan =
            """{"sets":1,"reps":{"min":8,"max":12},"load":{"value":60,"unit":"lb"},"rpe":9,"restSeconds":120,"durationSeconds":60,"distance":{"value":1.5,"unit":"km"},"note":"Slow","perSet":[{"kind":"drop","reps":{"min":8,"max":12},"load":{"value":60,"unit":"lb"},"rpe":9,"restSeconds":90,"durationSeconds":60,"distance":{"value":1.5,"unit":"km"}}]}""";
        const string Body = $$$$"""
            "name":"Push","note":"Hard","exercises":[{"exerciseId":"plank","supersetId":"{{{{G}}}}","note":"Slow","target":{{{{Plan}}}},"progress":{"add":{"value":2.5,"unit":"kg"}}}]}
            """;
        yield return Pin(new TemplateEvent.TemplateCreated(Id, "Push", "Hard", [Planned]), $$"""{"templateId":"{{G}}",{{Body}}""");
        yield return Pin(new TemplateEvent.TemplateChanged(Id, "Push", "Hard", [Planned]), $$"""{"templateId":"{{G}}",{{Body}}""");
        yield return Pin(new TemplateEvent.TemplateDeleted(Id), $$"""{"templateId":"{{G}}"}""");
        yield return Pin(new TemplateEvent.TemplatesReordered([Id]), $$"""{"templateIds":["{{G}}"]}""");
        yield return Pin(
            new ImportRecorded(Id, "strong", "Date;Reps", [new("2025-01-02T10:00|push", Id)], 3, [G], ["x;y"]),
            $$$"""{"origin":"strong","header":"Date;Reps","workouts":[{"identity":"2025-01-02T10:00|push","workoutId":"{{{G}}}"}],"sets":3,"exerciseIds":["{{{G}}}"],"leftOut":["x;y"],"importId":"{{{G}}}"}""");
        yield return Pin(new ImportUndone(Id), $$"""{"importId":"{{G}}"}""");
        yield return Pin(new VoiceEvent.AliasLearned(Id, "skull thing", "skull-crusher"), $$"""{"aliasId":"{{G}}","phrase":"skull thing","exerciseId":"skull-crusher"}""");
        yield return Pin(new VoiceEvent.AliasForgotten(Id), $$"""{"aliasId":"{{G}}"}""");
    }

    [Test]
    public void A_suggestion_is_kept_with_the_exercise_it_is_for()
    {
        var added = new ExerciseAdded(
            Id, Id, "plank", "Plank", Measure.Time, null, null, null, new(new(82.5m, WeightUnit.Kg), new(80, WeightUnit.Kg), "Why."));
        StoredJson.Write(added).ShouldBe(
            $$$"""{"entryId":"{{{G}}}","exerciseId":"plank","name":"Plank","measure":"time","suggestion":{"load":{"value":82.5,"unit":"kg"},"from":{"value":80,"unit":"kg"},"reason":"Why."},"workoutId":"{{{G}}}"}""");
    }

    [Test]
    public void What_was_planned_is_kept_with_a_workout_that_came_in_whole()
    {
        var planned = new RecordedExercise(
            Id, "plank", "Plank", Measure.Time, null, null, [], new(3, new(5, 8), null, null, 90), new(new(80, WeightUnit.Kg), null, "Why"), true, []);
        StoredJson.Write(new WorkoutRecorded(Id, null, Time, Time, null, [planned], null, null, Id)).ShouldBe(
            $$$"""{"startedAt":"{{{At}}}","completedAt":"{{{At}}}","exercises":[{"entryId":"{{{G}}}","exerciseId":"plank","name":"Plank","measure":"time","sets":[],"target":{"sets":3,"reps":{"min":5,"max":8},"restSeconds":90},"suggestion":{"load":{"value":80,"unit":"kg"},"reason":"Why"},"skipped":true,"previous":[]}],"templateId":"{{{G}}}","workoutId":"{{{G}}}"}""");
    }

    [TestCaseSource(nameof(Pinned))]
    public void An_event_is_written_and_read_as_it_always_was(DomainEvent happened, string name, string json)
    {
        EventTypes.Of(happened).Name.ShouldBe(name);
        StoredJson.Write(happened, happened.GetType()).ShouldBe(json);
        var read = EventTypes.Read(name, 1, json)!;
        read.ShouldBeOfType(happened.GetType());
        StoredJson.Write(read, read.GetType()).ShouldBe(json);
    }

    // Earlier releases took, and wrote down, what the caller's clock said.
    [TestCase("2026-01-02T05:04:05+02:00")]
    [TestCase("2026-01-02T03:04:05")]
    [TestCase("2026-01-02")]
    public void A_time_of_any_offset_or_none_is_still_read(string time) =>
        EventTypes.Read("WorkoutCompleted", 1, $$"""{"completedAt":"{{time}}","workoutId":"{{G}}"}""").ShouldBeOfType<WorkoutCompleted>();

    [Test]
    public void Every_event_type_of_the_domain_has_a_stored_name_and_a_pinned_sample()
    {
        var types = typeof(DomainEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract).ToList();
        EventTypes.All.Select(t => t.Type).ShouldBe(types, ignoreOrder: true);
        Pinned().Select(p => p.Arguments[0]!.GetType()).ShouldBe(types, ignoreOrder: true);
    }

    [Test]
    public void An_unknown_type_or_a_newer_version_is_skipped()
    {
        EventTypes.Read("FutureThing", 1, "{}").ShouldBeNull();
        EventTypes.Read("SetLogged", 99, "{}").ShouldBeNull();
    }

    [TestCase("""{"reps":0,"kind":"working"}""", "$.reps", Reps.Rule)]
    [TestCase("""{"reps":1e400,"kind":"working"}""", "$.reps", Reps.Rule)]
    [TestCase("""{"reps":8.5,"kind":"working"}""", "$.reps", Reps.Rule)]
    [TestCase("""{"rpe":8.2,"kind":"working"}""", "$.rpe", Rpe.Rule)]
    [TestCase("""{"durationSeconds":-1,"kind":"working"}""", "$.durationSeconds", SetDuration.Rule)]
    [TestCase("""{"load":{"value":100},"kind":"working"}""", "$.load", Load.Rule)]
    [TestCase("""{"load":{"value":5000,"unit":"kg"},"kind":"working"}""", "$.load", Load.Rule)]
    [TestCase("""{"load":{"value":5,"unit":"kg","x":1},"kind":"working"}""", "$.load", Load.Rule)]
    [TestCase("""{"load":{"value":5,"value":6,"unit":"kg"},"kind":"working"}""", "$.load", Load.Rule)]
    [TestCase("""{"load":[],"kind":"working"}""", "$.load", Load.Rule)]
    [TestCase("""{"distance":{"value":5,"unit":"Km"},"kind":"working"}""", "$.distance", Distance.Rule)]
    public void A_broken_rule_names_member_and_rule(string json, string path, string rule)
    {
        var refused = Should.Throw<InvalidMemberException>(() => StoredJson.Read<SetValues>(json));
        refused.Path.ShouldNotBeNull().ShouldStartWith(path);
        refused.Message.ShouldStartWith(rule);
    }

    private static TestCaseData Pin(DomainEvent happened, string json) =>
        new TestCaseData(happened, happened.GetType().Name, json).SetArgDisplayNames(happened.GetType().Name);
}
