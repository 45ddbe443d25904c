using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Workouts;

internal sealed class WorkoutDeciderTests
{
    [Test]
    public void A_second_workout_does_not_start_beside_the_running_one() =>
        Gym.Begun().Do(workout => WorkoutDecider.Start(workout, Guid.NewGuid(), null, DateTimeOffset.UnixEpoch)).ShouldBeOfType<WorkoutAlreadyActive>();

    [Test]
    public void Nothing_can_be_done_without_a_workout_or_to_one_that_was_thrown_away()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Squat);
        var entry = gym.Now.Exercises[0];
        gym.Do(WorkoutDecider.Discard).ShouldBeNull();
        foreach (var workout in new[] { null, gym.Workout })
        {
            WorkoutDecider.LogSet(workout, "squat", Gym.Squat, Guid.NewGuid(), Guid.NewGuid(), Gym.Values(), default).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.AddExercise(workout, Guid.NewGuid(), Gym.Squat, null, null).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.RemoveExercise(workout, entry.Id).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.RemoveSet(workout, entry.Sets[0].Id).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.Reorder(workout, [entry.Id]).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.MakeSuperset(workout, Guid.NewGuid(), [entry.Id], []).Error.ShouldBeOfType<NoActiveWorkout>();
            WorkoutDecider.Complete(workout, default).Error.ShouldBeOfType<NoActiveWorkout>();
        }
    }

    [Test]
    public void A_set_without_an_exercise_goes_to_the_one_in_focus_and_needs_one()
    {
        var gym = Gym.Begun();
        gym.Do(workout => WorkoutDecider.LogSet(workout, null, null, gym.NewId(), gym.NewId(), Gym.Values(), default)).ShouldBeOfType<NoExerciseInFocus>();
        gym.Log(Gym.Squat);
        gym.Log(Gym.Bench);
        gym.Do(workout => WorkoutDecider.Focus(workout, gym.NewId(), Gym.Squat)).ShouldBeNull();
        gym.Do(workout => WorkoutDecider.LogSet(workout, null, null, gym.NewId(), gym.NewId(), Gym.Values(), default)).ShouldBeNull();
        gym.Now.Exercises.Select(entry => entry.Sets.Count).ShouldBe([2, 1]);
    }

    [Test]
    public void A_set_id_is_taken_once()
    {
        var gym = Gym.Begun();
        var id = gym.NewId();
        gym.Do(workout => WorkoutDecider.LogSet(workout, "squat", Gym.Squat, id, gym.NewId(), Gym.Values(), default)).ShouldBeNull();
        gym.Do(workout => WorkoutDecider.LogSet(workout, "squat", Gym.Squat, id, gym.NewId(), Gym.Values(), default)).ShouldBeOfType<IdTaken>();
    }

    [Test]
    public void An_exercise_holds_a_hundred_sets_and_a_moved_one_is_no_way_around_it()
    {
        var gym = Gym.Begun();
        for (var i = 0; i < WorkoutDecider.MostSets; i++)
        {
            gym.Log(Gym.Squat).ShouldBeNull();
        }

        gym.Log(Gym.Squat).ShouldBeOfType<WorkoutFull>();
        gym.Log(Gym.Bench).ShouldBeNull();
        var moved = gym.Now.Exercises[1].Sets[0].Id;
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, moved, Gym.Squat, gym.NewId(), values => values)).ShouldBeOfType<WorkoutFull>();
    }

    [Test]
    public void A_workout_holds_fifty_exercises_and_a_moved_set_is_no_way_around_it()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Squat);
        for (var i = 1; i < WorkoutDecider.MostExercises; i++)
        {
            gym.Do(workout => WorkoutDecider.AddExercise(workout, gym.NewId(), Gym.Squat, null, null)).ShouldBeNull();
        }

        gym.Log(Gym.Bench).ShouldBeOfType<WorkoutFull>();
        var set = gym.Now.Exercises[0].Sets[0].Id;
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, set, Gym.Bench, gym.NewId(), values => values)).ShouldBeOfType<WorkoutFull>();
        gym.Do(workout => WorkoutDecider.MakeSuperset(
            workout, gym.NewId(), [gym.Now.Exercises[0].Id], [new(gym.NewId(), Gym.Bench, null, null, null)])).ShouldBeOfType<WorkoutFull>();
    }

    [Test]
    public void The_newest_set_takes_the_focus_along_to_the_exercise_it_is_moved_to_and_an_older_one_does_not()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Bench);
        gym.Log(Gym.Squat);
        gym.Log(Gym.Squat);
        var (bench, squat) = (gym.Now.Exercises[0], gym.Now.Exercises[1]);
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, squat.Sets[0].Id, Gym.Bench, gym.NewId(), values => values)).ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(squat.Id);
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, squat.Sets[1].Id, Gym.Bench, gym.NewId(), values => values)).ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(bench.Id);
        gym.Undo().ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(squat.Id);
        gym.Now.Exercises[1].Sets.ShouldHaveSingleItem();
    }

    [Test]
    public void A_set_that_is_moved_to_an_exercise_new_to_the_workout_takes_the_focus_along_by_the_same_rule()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Squat);
        gym.Log(Gym.Squat);
        var squat = gym.Now.Exercises[0];
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, squat.Sets[0].Id, Gym.Bench, gym.NewId(), values => values)).ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(squat.Id);
        gym.Do(workout => WorkoutDecider.CorrectSet(workout, squat.Sets[1].Id, Gym.Plank, gym.NewId(), values => values with { Load = null })).ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(gym.Now.Exercises.Single(entry => entry.ExerciseId == "plank").Id);
    }

    [Test]
    public void An_order_names_every_exercise_once()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Squat);
        gym.Log(Gym.Bench);
        Guid[] ids = [.. gym.Now.Exercises.Select(entry => entry.Id)];
        gym.Do(workout => WorkoutDecider.Reorder(workout, [ids[0]])).ShouldBeOfType<ValidationError>();
        gym.Do(workout => WorkoutDecider.Reorder(workout, [ids[0], ids[0]])).ShouldBeOfType<ValidationError>();
        gym.Do(workout => WorkoutDecider.Reorder(workout, [ids[1], ids[0]])).ShouldBeNull();
        gym.Now.Exercises.Select(entry => entry.ExerciseId).ShouldBe(["bench-press", "squat"]);
    }

    [Test]
    public void A_swap_drops_the_planned_load_and_undo_brings_it_back()
    {
        var gym = Gym.Begun();
        var target = new SetTarget(3, new(8, 10), new(80, WeightUnit.Kg), null, 120);
        gym.Do(workout => WorkoutDecider.AddExercise(workout, gym.NewId(), Gym.Bench, null, target));
        gym.Do(workout => WorkoutDecider.ReplaceExercise(workout, workout!.Exercises[0].Id, Gym.Squat)).ShouldBeNull();
        gym.Now.Exercises[0].Target.ShouldBe(target with { Load = null });
        gym.Undo();
        gym.Now.Exercises[0].Target.ShouldBe(target);
    }

    [Test]
    public void A_finished_workout_ends_no_earlier_than_it_began()
    {
        var gym = Gym.Begun();
        gym.Do(workout => WorkoutDecider.Complete(workout, workout!.StartedAt.AddHours(-1))).ShouldBeNull();
        gym.Now.CompletedAt.ShouldBe(gym.Now.StartedAt);
    }

    [TestCase(Measure.LoadReps, null, null, "reps")]
    [TestCase(Measure.Time, 5, null, "durationSeconds")]
    [TestCase(Measure.DistanceTime, 5, null, "distance")]
    public void A_set_that_lacks_what_its_exercise_is_measured_by_is_refused_by_name(Measure measure, int? reps, int? seconds, string member)
    {
        var values = new SetValues(
            null, reps is { } count ? new Reps(count) : null, null, SetKind.Working, null, seconds is { } s ? new SetDuration(s) : null, null, null);
        SetShape.Fault(values, measure)!.Members.Keys.ShouldBe([member]);
    }

    [Test]
    public void An_undo_that_names_its_command_takes_back_no_other()
    {
        var gym = Gym.Begun();
        gym.Log(Gym.Squat);
        gym.Log(Gym.Squat);
        var (first, last) = (gym.Now.Undo[^2].CommandId, gym.Now.Undo[^1].CommandId);
        gym.Do(workout => WorkoutDecider.Undo(workout, first)).ShouldBe(new UndoOvertaken());
        gym.SetIds().Count.ShouldBe(2);
        gym.Do(workout => WorkoutDecider.Undo(workout, last)).ShouldBeNull();
        gym.Do(workout => WorkoutDecider.Undo(workout, last)).ShouldBe(new UndoOvertaken());
        gym.Do(workout => WorkoutDecider.Undo(workout, first)).ShouldBeNull();
        gym.SetIds().ShouldBeEmpty();
    }

    [Test]
    public void Only_so_many_commands_are_remembered()
    {
        var gym = Gym.Begun();
        for (var i = 0; i < 30; i++)
        {
            gym.Log(Gym.Squat);
        }

        var undone = 0;
        while (gym.Undo() is null)
        {
            undone++;
        }

        undone.ShouldBe(WorkoutFold.UndoDepth);
        gym.SetIds().Count.ShouldBe(10);
    }
}
