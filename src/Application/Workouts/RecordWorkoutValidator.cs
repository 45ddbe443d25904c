using FluentValidation;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Workouts;

internal sealed class RecordWorkoutValidator : AbstractValidator<RecordWorkout>
{
    public RecordWorkoutValidator(TimeProvider clock)
    {
        RuleFor(command => command.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Note).Note();
        RuleFor(command => command.StartedAt).NotNull().WithMessage("Say when it started.").Moment(clock);
        RuleFor(command => command.CompletedAt).Moment(clock);
        RuleFor(command => command.Exercises).NotNull().WithMessage("Name the exercises; an empty list is one without any.")
            .Must(list => list is null || list.Count <= WorkoutDecider.MostExercises).WithMessage("At most 50 exercises.");
        RuleForEach(command => command.Exercises).NotNull().SetValidator(new EntryValidator(clock));
    }

    private sealed class EntryValidator : AbstractValidator<PastExercise>
    {
        public EntryValidator(TimeProvider clock)
        {
            RuleFor(entry => entry.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
            RuleFor(entry => entry.ExerciseId).NotNull().WithMessage("Say which exercise it was.").ExerciseId();
            RuleFor(entry => entry.Note).Note();
            RuleFor(entry => entry.Sets).Must(sets => sets is null || sets.Count <= WorkoutDecider.MostSets).WithMessage("At most 100 sets.");
            RuleForEach(entry => entry.Sets).NotNull().SetValidator(new SetValidator(clock));
        }
    }

    private sealed class SetValidator : AbstractValidator<PastSet>
    {
        public SetValidator(TimeProvider clock)
        {
            RuleFor(set => set.Id).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
            RuleFor(set => set.Note).Note();
            RuleFor(set => set.LoggedAt).Moment(clock);
        }
    }
}
