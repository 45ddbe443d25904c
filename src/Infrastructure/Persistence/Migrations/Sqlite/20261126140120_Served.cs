using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitanTrakr.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "shown_at",
                table: "streams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "shown_by",
                table: "streams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "served",
                table: "session_chunks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "served",
                table: "projections",
                type: "BLOB",
                nullable: true);

            ServedTriggers.CreateOnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ServedTriggers.DropOnSqlite(migrationBuilder);

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
