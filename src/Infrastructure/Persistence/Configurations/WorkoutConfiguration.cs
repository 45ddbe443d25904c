using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TitanTrakr.Infrastructure.Persistence.Configurations;

internal sealed class WorkoutConfiguration : IEntityTypeConfiguration<WorkoutRow>, IEntityTypeConfiguration<WorkoutExerciseRow>
{
    public void Configure(EntityTypeBuilder<WorkoutRow> builder)
    {
        builder.ToTable("workouts").HasKey(w => new { w.AccountId, w.Id }).HasName("pk_workouts");
        builder.HasIndex(w => new { w.AccountId, w.StartedAt, w.Id })
            .IsDescending(false, true, true)
            .HasDatabaseName("ix_workouts_account_id_started_at");
        builder.HasMany(w => w.Exercises).WithOne()
            .HasForeignKey(e => new { e.AccountId, e.WorkoutId })
            .HasConstraintName("fk_workout_exercises_workouts")
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WorkoutExerciseRow> builder)
    {
        builder.ToTable("workout_exercises")
            .HasKey(e => new { e.AccountId, e.WorkoutId, e.ExerciseId })
            .HasName("pk_workout_exercises");
        builder.Property(e => e.ExerciseId).HasMaxLength(100);
        builder.HasIndex(e => new { e.AccountId, e.ExerciseId, e.StartedAt, e.WorkoutId })
            .IsDescending(false, false, true, true)
            .HasDatabaseName("ix_workout_exercises_exercise");
    }
}
