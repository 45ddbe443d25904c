using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitanTrakr.Infrastructure.Persistence.Migrations.Postgres
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "started_at",
                table: "workout_exercises",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.Sql(
                "UPDATE workout_exercises SET started_at = (SELECT w.started_at FROM workouts w "
                + "WHERE w.account_id = workout_exercises.account_id AND w.id = workout_exercises.workout_id)");

            migrationBuilder.AddColumn<string>(
                name: "merged_into",
                table: "exercises",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "aggregates",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aggregates", x => new { x.account_id, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "body_weights",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_weights", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "replays",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    fold = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replays", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "session_chunks",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exercise_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    summary = table.Column<string>(type: "jsonb", nullable: false),
                    sessions = table.Column<string>(type: "jsonb", nullable: false)
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
