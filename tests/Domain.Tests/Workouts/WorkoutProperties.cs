using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Workouts;

/// <summary>What holds whatever is done in whatever order.</summary>
internal sealed class WorkoutProperties
{
    // As many commands as can be taken back, the start included.
    private static readonly Arbitrary<int[]> Commands = Gen.Choose(0, 1_000_000).ArrayOf(WorkoutFold.UndoDepth - 1).ToArbitrary();

    private static readonly Arbitrary<int[]> ManyCommands = Gen.Choose(0, 1_000_000).ArrayOf(60).ToArbitrary();

    [Test]
    public void Undo_goes_back_step_by_step_to_the_start_and_redo_forward_again() => Prop.ForAll(Commands, numbers =>
    {
        var gym = Gym.Begun();
        var pictures = new List<string> { gym.Picture() };
        foreach (var number in numbers)
        {
            var before = gym.Now.Undo.Count;
            gym.Try(number);
            if (gym.Now.Undo.Count > before)
            {
                pictures.Add(gym.Picture());
            }
        }

        for (var step = pictures.Count - 2; step >= 0; step--)
        {
            gym.Undo().ShouldBeNull();
            gym.Picture().ShouldBe(pictures[step]);
        }

        for (var step = 1; step < pictures.Count; step++)
        {
            gym.Redo().ShouldBeNull();
            gym.Picture().ShouldBe(pictures[step]);
        }

        gym.Redo().ShouldBeOfType<NothingToUndo>();
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Undo_of_everything_leaves_a_workout_that_was_thrown_away() => Prop.ForAll(Commands, numbers =>
    {
        var gym = Gym.Begun();
        Array.ForEach(numbers, number => gym.Try(number));
        while (gym.Undo() is null)
        {
        }

        (gym.Now.Status, gym.Now.Exercises.Count, gym.Now.Note).ShouldBe((WorkoutStatus.Discarded, 0, null));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void No_set_is_lost_or_changed_by_reordering_supersets_swaps_skips_and_notes() => Prop.ForAll(ManyCommands, ManyCommands, (done, rearranged) =>
    {
        var gym = Gym.Begun();
        Array.ForEach(done, number => gym.Try(number));
        var before = gym.Now.Exercises.SelectMany(entry => entry.Sets).ToDictionary(set => set.Id, set => set.Values);
        Array.ForEach(rearranged, number => gym.Rearrange(number));
        gym.Now.Exercises.SelectMany(entry => entry.Sets).ToDictionary(set => set.Id, set => set.Values).ShouldBe(before, ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Ids_stay_unique_the_focus_stays_in_the_workout_and_limits_hold() => Prop.ForAll(ManyCommands, numbers =>
    {
        var gym = Gym.Begun();
        foreach (var number in numbers)
        {
            _ = number % 11 == 0 ? gym.Undo() : number % 11 == 1 ? gym.Redo() : gym.Try(number);
            gym.Now.Exercises.Select(entry => entry.Id).ShouldBeUnique();
            gym.SetIds().ShouldBeUnique();
            if (gym.Now.FocusEntryId is { } focus)
            {
                gym.Now.Exercises.ShouldContain(entry => entry.Id == focus);
            }

            gym.Now.Undo.Count.ShouldBeLessThanOrEqualTo(WorkoutFold.UndoDepth);
            (gym.Now.TakingBack, gym.Now.PuttingBack).ShouldBe((0, 0));
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_refusal_changes_nothing_and_an_accepted_command_counts_its_events() => Prop.ForAll(ManyCommands, numbers =>
    {
        var gym = Gym.Begun();
        foreach (var number in numbers)
        {
            var before = gym.Now;
            if (gym.Try(number) is not null)
            {
                gym.Now.ShouldBeSameAs(before);
            }

            gym.Now.Version.ShouldBeGreaterThanOrEqualTo(before.Version);
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Every_set_fits_what_its_exercise_is_measured_by() => Prop.ForAll(ManyCommands, numbers =>
    {
        var gym = Gym.Begun();
        Array.ForEach(numbers, number => gym.Try(number));
        gym.Now.Exercises.ShouldAllBe(entry => entry.Sets.All(set => SetShape.Fault(set.Values, entry.Measure) == null));
    }).QuickCheckThrowOnFailure();
}
