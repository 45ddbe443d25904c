using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TitanTrakr.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditExpiry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Persistence.AuditExpiry.CreateOnPostgres(migrationBuilder);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Persistence.AuditExpiry.DropOnPostgres(migrationBuilder);
    }
}
