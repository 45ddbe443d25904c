using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitanTrakr.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_workout_exercises_exercise",
                table: "workout_exercises");

            migrationBuilder.AddColumn<long>(
                name: "started_at",
                table: "workout_exercises",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql(
                "UPDATE workout_exercises SET started_at = (SELECT w.started_at FROM workouts w "
                + "WHERE w.account_id = workout_exercises.account_id AND w.id = workout_exercises.workout_id)");

            migrationBuilder.AddColumn<string>(
                name: "merged_into",
                table: "exercises",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "aggregates",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot = table.Column<long>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aggregates", x => new { x.account_id, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "body_weights",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measured_at = table.Column<long>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_weights", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "replays",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    fold = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replays", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "session_chunks",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    exercise_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_at = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    sessions = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_chunks", x => new { x.account_id, x.exercise_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_workout_exercises_exercise",
                table: "workout_exercises",
                columns: new[] { "account_id", "exercise_id", "started_at", "workout_id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_body_weights_measured_at",
                table: "body_weights",
                columns: new[] { "account_id", "measured_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_session_chunks_from",
                table: "session_chunks",
                columns: new[] { "account_id", "exercise_id", "from_at", "from_id" },
                descending: new[] { false, false, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "aggregates");

            migrationBuilder.DropTable(
                name: "body_weights");

            migrationBuilder.DropTable(
                name: "replays");

            migrationBuilder.DropTable(
                name: "session_chunks");

            migrationBuilder.DropIndex(
                name: "ix_workout_exercises_exercise",
                table: "workout_exercises");

            migrationBuilder.DropColumn(
                name: "started_at",
                table: "workout_exercises");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "exercises");

            migrationBuilder.CreateIndex(
                name: "ix_workout_exercises_exercise",
                table: "workout_exercises",
                columns: new[] { "account_id", "exercise_id" });
        }
    }
}
