using System.Text;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Tests;

/// <summary>Workouts and sets of all kinds, likely or not.</summary>
internal sealed class AnyWorkout(int seed)
{
    private static readonly string[] Texts = ["", "Bench", "Kniebeuge \"tief\" äöü", "<b>&'+</b>", "line\nbreak\t\\ /", "\ud83d\udcaa \u2028 \u00a0", "日本"];

    private static readonly string[] Spoils =
        ["\"", ",", "{", "}", ":", "null", "1e2", "1.0", "-0", "\"reps\":7,", "\"x\":1,", "\\u0000", "\\ud800", "Working", " ", "\ufeff", "[]", "true"];

    private readonly Random _random = new(seed);

    public Workout Workout() => new(
        Id(), Of<WorkoutStatus>(), Text(), Maybe(Id), Time(), Maybe(Time), Text(), _random.Next(), Maybe(Id), List(Entry), List(Way), List(Way),
        _random.Next(3), _random.Next(3));

    public SetLogged Logged() => new(Id(), Id(), Id(), Values(), Time(), Maybe(() => _random.Next(9)));

    public ExerciseAdded Added() => new(
        Id(), Id(), "squat", Text() ?? "", Of<Measure>(), Maybe(Id), Some(Target), Maybe(() => _random.Next(9)), Some(Suggestion));

    public LogSet LogSet()
    {
        var values = Values();
        return new(
            Maybe(Id), Text(), values.Load, values.Reps, values.Rpe, Maybe(Of<SetKind>), values.Side, values.DurationSeconds, values.Distance, values.Note,
            Maybe(Time), Maybe(Id));
    }

    public DateTimeOffset Time() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
        .AddSeconds(_random.Next(100_000_000)).AddTicks(_random.Next(2) * _random.Next(10_000_000)).ToOffset(TimeSpan.FromHours(_random.Next(3)));

    /// <summary>The body with something put in, left out or cut off.</summary>
    public byte[] Spoilt(string body)
    {
        for (var times = _random.Next(1, 3); times > 0; times--)
        {
            var at = _random.Next(body.Length);
            body = _random.Next(3) switch
            {
                0 => body.Insert(at, Spoils[_random.Next(Spoils.Length)]),
                1 => body.Remove(at, _random.Next(Math.Min(5, body.Length - at))),
                _ => body[..Math.Max(1, at)],
            };
        }

        return Encoding.UTF8.GetBytes(body);
    }

    private WorkoutExercise Entry() => new(
        Id(), "squat", Text() ?? "", Of<Measure>(), Maybe(Id), Text(), Some(Target), List(Values), List(Best), List(Set), Some(Suggestion),
        Maybe(() => _random.Next(2) == 0), Some(() => List(Label)));

    private WorkoutSet Set() => new(Id(), Values(), Time(), [.. List(() => "").Select(_ => Of<RecordKind>())]);

    private SetValues Values() => new(
        Some(Load), Maybe(Reps), Maybe(Rpe), Of<SetKind>(), Maybe(Of<Side>), Maybe(Duration), Some(Distance), Text());

    private SetTarget Target() => new(
        Maybe(() => _random.Next(20)), Some(Range), Some(Load), Maybe(Rpe), Maybe(() => _random.Next(3600)), Maybe(Duration), Some(Distance), Text(),
        Some(() => List(() => new PlannedSet(
            Maybe(Of<SetKind>), Some(Range), Some(Load), Maybe(Rpe), Maybe(() => _random.Next(3600)), Maybe(Duration), Some(Distance)))));

    private PersonalRecord Best() => new(
        Of<RecordKind>(), Number(), Id(), Maybe(Id), Time(), Some(Values), Maybe(Number), Maybe(Of<WeightUnit>));

    private Compensation Way() => new(Id(), List<WorkoutEvent>(() => _random.Next(9) switch
    {
        < 3 => new SetRemoved(Id(), Id(), Id()),
        < 5 => new ExerciseRemoved(Id(), Id()),
        < 7 => new FocusMoved(Id(), Maybe(Id)),
        7 => new WorkoutDiscarded(Id()),
        _ => new SetCorrected(Id(), Id(), Id(), Values(), null),
    }));

    private LoadSuggestion Suggestion() => new(Load(), Some(Load), Text() ?? "");

    private ExerciseLabel Label() => new("row", Text() ?? "", Of<Measure>());

    private RepRange Range() => new(_random.Next(9), _random.Next(20));

    private Load Load() => new(_random.Next(-20_000, 20_000) / 10m, Of<WeightUnit>());

    private Distance Distance() => new(_random.Next(1, 6_000) / 10m, Of<DistanceUnit>());

    private Reps Reps() => new(_random.Next(1, 1001));

    private Rpe Rpe() => new(_random.Next(2, 21) / 2m);

    private SetDuration Duration() => new(_random.Next(1, 86_401));

    private decimal Number() => _random.Next() / 1000m;

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string? Text() => _random.Next(3) == 0 ? null : Texts[_random.Next(Texts.Length)];

    private T Of<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private T? Maybe<T>(Func<T> make)
        where T : struct => _random.Next(2) == 0 ? null : make();

    private T? Some<T>(Func<T> make)
        where T : class => _random.Next(2) == 0 ? null : make();

    private List<T> List<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];
}
