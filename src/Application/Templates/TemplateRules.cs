using System.Linq.Expressions;
using FluentValidation;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Templates;

/// <summary>Shape rules of what a template holds.</summary>
internal static class TemplateRules
{
    private const string Range = "A range goes from 1 to 1000 reps, the smaller number first.";
    private const string Rest = "Rest is a whole number of seconds from 0 to 3600.";

    /// <summary>The exercises of a template, where they are given.</summary>
    public static void Exercises<T>(this AbstractValidator<T> validator, Expression<Func<T, IEnumerable<TemplateExercise>?>> exercises)
    {
        validator.RuleFor(exercises).Must(all => all is null || (all.Count() <= WorkoutDecider.MostExercises && !all.Contains(null!)))
            .WithMessage("At most 50 exercises, none of them null.");
        validator.RuleForEach(exercises).SetValidator(new ExerciseValidator());
    }

    private static bool IsRange(RepRange? range) => range is null || (Reps.IsValid(range.Min) && Reps.IsValid(range.Max) && range.Min <= range.Max);

    private static bool IsRest(int? seconds) => seconds is null or (>= 0 and <= SetTarget.LongestRest);

    private sealed class ExerciseValidator : AbstractValidator<TemplateExercise>
    {
        public ExerciseValidator()
        {
            RuleFor(exercise => exercise.ExerciseId).NotNull().ExerciseId();
            RuleFor(exercise => exercise.SupersetId).NotEqual(Guid.Empty).WithMessage("An id is a UUID that isn't all zeros.");
            RuleFor(exercise => exercise.Note).Note();
            RuleFor(exercise => exercise.Target!).SetValidator(new TargetValidator()).When(exercise => exercise.Target is not null);
            RuleFor(exercise => exercise.Progress).Must(rule => rule is null or { Add.Value: > 0 and <= 100 })
                .WithMessage("Progress adds a load above 0 and at most 100.");
        }
    }

    private sealed class TargetValidator : AbstractValidator<SetTarget>
    {
        public TargetValidator()
        {
            RuleFor(target => target.Sets).InclusiveBetween(1, SetTarget.MostSets).WithMessage("Sets are a whole number from 1 to 20.");
            RuleFor(target => target.Reps).Must(IsRange).WithMessage(Range);
            RuleFor(target => target.RestSeconds).Must(IsRest).WithMessage(Rest);
            RuleFor(target => target.Note).Note();
            RuleFor(target => target.PerSet).Must(sets => sets is null || (sets.Count <= SetTarget.MostSets && !sets.Contains(null!)))
                .WithMessage("At most 20 sets, none of them null.");
            RuleForEach(target => target.PerSet).SetValidator(new SetValidator());
        }
    }

    private sealed class SetValidator : AbstractValidator<PlannedSet>
    {
        public SetValidator()
        {
            RuleFor(set => set.Reps).Must(IsRange).WithMessage(Range);
            RuleFor(set => set.RestSeconds).Must(IsRest).WithMessage(Rest);
        }
    }
}
