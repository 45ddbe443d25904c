using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.History;

public sealed class VolumeTests
{
    [Test]
    public void What_was_lifted_in_whole_pounds_is_whole_pounds()
    {
        var sets = Gen.Choose(1, 2000).SelectMany(_ => Gen.Choose(1, 1000), (pounds, reps) => (pounds, reps)).NonEmptyListOf();
        Prop.ForAll(sets.ToArbitrary(), given => InPounds(given) == given.Sum(set => (decimal)set.pounds * set.reps)).QuickCheckThrowOnFailure();
    }

    private static decimal InPounds(IEnumerable<(int Pounds, int Reps)> given)
    {
        WorkoutSet[] sets = [.. given.Select(set => new WorkoutSet(Guid.NewGuid(), Values(set.Pounds, set.Reps), DateTimeOffset.UnixEpoch, []))];
        var session = new Session(Guid.NewGuid(), DateTimeOffset.UnixEpoch, null, Measure.LoadReps, sets);
        return Records.After([], session).Single(record => record.Kind == RecordKind.MaxSessionVolume).Value / Load.KilogramsPerPound;
    }

    private static SetValues Values(decimal pounds, int reps) =>
        new(new Load(pounds, WeightUnit.Lb), new Reps(reps), null, SetKind.Working, null, null, null, null);
}
