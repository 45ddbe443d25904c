using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Workouts;

internal sealed class WorkoutPlanTests
{
    [Test]
    public void The_exercise_in_focus_comes_next_until_its_plan_is_done()
    {
        var gym = Planned(2, 1);
        gym.Log(Gym.Squat);
        WorkoutPlan.Next(gym.Now)!.ExerciseId.ShouldBe("squat");
        WorkoutPlan.NextExercise(gym.Now)!.ExerciseId.ShouldBe("bench-press");
        gym.Log(Gym.Squat);
        WorkoutPlan.Next(gym.Now)!.ExerciseId.ShouldBe("bench-press");
        gym.Log(Gym.Bench);
        WorkoutPlan.Next(gym.Now).ShouldBeNull();
    }

    [Test]
    public void A_superset_is_done_in_turn()
    {
        var gym = Planned(2, 2);
        gym.Do(workout => WorkoutDecider.MakeSuperset(workout, gym.NewId(), [.. workout!.Exercises.Select(entry => entry.Id)], []));
        gym.Log(Gym.Squat);
        WorkoutPlan.Next(gym.Now)!.ExerciseId.ShouldBe("bench-press");
        gym.Log(Gym.Bench);
        WorkoutPlan.Next(gym.Now)!.ExerciseId.ShouldBe("squat");
    }

    [Test]
    public void What_is_skipped_is_not_next_and_the_focus_leaves_it()
    {
        var gym = Planned(2, 1);
        gym.Log(Gym.Squat);
        gym.Do(workout => WorkoutDecider.DescribeExercise(workout, workout!.Exercises[0].Id, id => id, note => note, true)).ShouldBeNull();
        gym.Now.FocusEntryId.ShouldBe(gym.Now.Exercises[1].Id);
        WorkoutPlan.Next(gym.Now)!.ExerciseId.ShouldBe("bench-press");
        gym.Log(Gym.Squat);
        gym.Now.Exercises[0].Skipped.ShouldBeNull("the next set takes it up again");
    }

    [Test]
    public void A_superset_id_carried_alone_means_nothing()
    {
        var gym = Planned(1, 1);
        var id = gym.NewId();
        gym.Do(workout => WorkoutDecider.MakeSuperset(workout, id, [.. workout!.Exercises.Select(entry => entry.Id)], []));
        WorkoutPlan.Supersets(gym.Now).ShouldBe([id]);
        gym.Do(workout => WorkoutDecider.RemoveExercise(workout, workout!.Exercises[0].Id));
        WorkoutPlan.Supersets(gym.Now).ShouldBeEmpty();
        gym.Undo();
        WorkoutPlan.Supersets(gym.Now).ShouldBe([id]);
    }

    private static Gym Planned(int squats, int benches)
    {
        var gym = Gym.Begun();
        foreach (var (exercise, sets) in new[] { (Gym.Squat, squats), (Gym.Bench, benches) })
        {
            gym.Do(workout => WorkoutDecider.AddExercise(workout, gym.NewId(), exercise, null, SetTarget.Open with { Sets = sets }));
        }

        return gym;
    }
}
