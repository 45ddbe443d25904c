using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitanTrakr.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Served : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "served",
                table: "workouts",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "shown_at",
                table: "streams",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "shown_by",
                table: "streams",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "served",
                table: "session_chunks",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "served",
                table: "projections",
                type: "bytea",
                nullable: true);

            ServedTriggers.CreateOnPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ServedTriggers.DropOnPostgres(migrationBuilder);

            migrationBuilder.DropColumn(
                name: "served",
                table: "workouts");

            migrationBuilder.DropColumn(
                name: "shown_at",
                table: "streams");

            migrationBuilder.DropColumn(
                name: "shown_by",
                table: "streams");

            migrationBuilder.DropColumn(
                name: "served",
                table: "session_chunks");

            migrationBuilder.DropColumn(
                name: "served",
                table: "projections");
        }
    }
}
