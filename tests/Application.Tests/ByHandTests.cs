using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Common.Json.ByHand;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Application.Tests;

/// <summary>What is read and written by hand comes out as the serializer has it, byte for byte; what isn't plain is left to it.</summary>
public sealed class ByHandTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly JsonSerializerOptions Contract = Make();

    [Test]
    public void A_workout_is_stored_as_the_serializer_stores_it() => Check(some =>
    {
        var workout = some.Workout();
        var json = StoredJson.Serializer.Write(workout);
        StoredJson.Write(workout).ShouldBe(json);
        StoredJson.Serializer.Write(StoredJson.Read<Workout>(json)!).ShouldBe(json);
        (WorkoutJson.Read(json) is not null).ShouldBe(IsPlain(workout));
        // As jsonb gives it back.
        StoredJson.Serializer.Write(StoredJson.Read<Workout>(ByLength(JsonNode.Parse(json)!).ToJsonString())!).ShouldBe(json);
    });

    [Test]
    public void Events_of_a_set_are_stored_as_the_serializer_stores_them() => Check(some =>
    {
        foreach (WorkoutEvent happened in (WorkoutEvent[])[some.Logged(), some.Added()])
        {
            StoredJson.Write(happened, happened.GetType()).ShouldBe(StoredJson.Serializer.Write(happened, happened.GetType()));
        }
    });

    [Test]
    public void An_answer_is_sent_as_the_serializer_sends_it() => Check(some =>
    {
        var view = WorkoutView.Of(some.Workout() with { Status = WorkoutStatus.Completed }, some.Time());
        ServedJson.Write(view).ShouldBe(JsonSerializer.Serialize(view, Contract));
        Encoding.UTF8.GetString(ServedJson.Bytes(view)).ShouldBe(ServedJson.Write(view));
        if (view.Exercises.SelectMany(entry => entry.Sets).FirstOrDefault() is { } set)
        {
            var logged = new LoggedSet(set, view, set.Records);
            ServedJson.Write(logged).ShouldBe(JsonSerializer.Serialize(logged, Contract));
        }
    });

    [Test]
    public void A_set_that_is_sent_plainly_is_read_as_the_serializer_reads_it() => Check(some =>
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(some.LogSet(), Contract);
        LogSetJson.Read(body).ShouldBe(JsonSerializer.Deserialize<LogSet>(body, Contract));
        LogSetJson.Read(body).ShouldNotBeNull();
    });

    [TestCase("2026-11-23T10:05:00Z")]
    [TestCase("2026-11-23T10:05:00.1234567Z")]
    [TestCase("2026-11-23T12:05:00+02:00")]
    [TestCase("2026-11-22T22:05-12:00")]
    [TestCase("2026\\u002d11-23T12:05:00.0000000000000000\\u002b02:00")]
    public void A_time_is_read_as_the_serializer_reads_it_and_is_UTC_from_then_on(string time)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"loggedAt":"{{time}}"}""");
        var read = LogSetJson.Read(body)!.LoggedAt!.Value;
        read.EqualsExact(JsonSerializer.Deserialize<LogSet>(body, Contract)!.LoggedAt!.Value).ShouldBeTrue();
        (read.Offset, read.Ticks).ShouldBe((TimeSpan.Zero, DateTimeOffset.Parse(Regex.Unescape(time), CultureInfo.InvariantCulture).UtcTicks));
    }

    // Whatever is done to a body: what is taken by hand the serializer takes, too, and as the same.
    [Test]
    public void Nothing_is_taken_that_the_serializer_refuses() => Check(some =>
    {
        var body = some.Spoilt(JsonSerializer.Serialize(some.LogSet(), Contract));
        if (LogSetJson.Read(body) is { } read)
        {
            read.ShouldBe(JsonSerializer.Deserialize<LogSet>(body, Contract));
        }
    });

    [TestCase("""{"reps":5,"reps":6}""")]
    [TestCase("""{"reps":5,"\u0072eps":6}""")]
    [TestCase("""{"Reps":5}""")]
    [TestCase("""{"reps":"5"}""")]
    [TestCase("""{"reps":5.5}""")]
    [TestCase("""{"reps":0}""")]
    [TestCase("""{"rpe":8.3}""")]
    [TestCase("""{"durationSeconds":86401}""")]
    [TestCase("""{"load":{"value":1,"unit":"kg","unit":"kg"}}""")]
    [TestCase("""{"load":{"value":2001,"unit":"kg"}}""")]
    [TestCase("""{"load":{"value":1}}""")]
    [TestCase("""{"load":{"value":1,"unit":null}}""")]
    [TestCase("""{"load":{"value":1,"unit":"KG"}}""")]
    [TestCase("""{"distance":{"value":0,"unit":"m"}}""")]
    [TestCase("""{"kind":1}""")]
    [TestCase("""{"note":"\u0000"}""")]
    [TestCase("""{"note":"\ud800"}""")]
    [TestCase("""{"id":"11111111111111111111111111111111"}""")]
    [TestCase("""{"loggedAt":"yesterday"}""")]
    [TestCase("""{"loggedAt":"2026-11-23T10:05:00"}""")]
    [TestCase("""{"loggedAt":"2026-11-23"}""")]
    [TestCase("""{"more":1}""")]
    [TestCase("""{"reps":5} {}""")]
    [TestCase("""{"reps":5,}""")]
    [TestCase("""{"reps":5""")]
    [TestCase("""[]""")]
    [TestCase("""null""")]
    [TestCase("")]
    public void What_is_not_plain_is_the_serializers(string body) => LogSetJson.Read(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [TestCase('\0')]
    [TestCase('\ud800')]
    public void Text_that_no_database_takes_is_not_stored(char letter) =>
        Should.Throw<ArgumentException>(() => StoredJson.Write(new AnyWorkout(1).Workout() with { Note = letter.ToString() }));

    private static void Check(Action<AnyWorkout> holds) => Prop.ForAll(Seeds, seed => holds(new AnyWorkout(seed))).QuickCheckThrowOnFailure();

    private static bool IsPlain(Workout workout) => workout.Undo.Concat(workout.Redo).SelectMany(way => way.Events)
        .All(happened => happened is SetRemoved or ExerciseRemoved or FocusMoved or WorkoutDiscarded);

    private static JsonNode ByLength(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key.Length).ThenBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : ByLength(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => ByLength(item!))]),
        _ => node.DeepClone(),
    };

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        ServedJson.Configure(options);
        return options;
    }
}
