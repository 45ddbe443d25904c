using Microsoft.EntityFrameworkCore.Migrations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>The log is append-only in the database too. Only an account that stands in <c>deletions</c> loses its events.</summary>
internal static class EventTriggers
{
    public static void CreateOnPostgres(MigrationBuilder migration) => migration.Sql(
        """
        CREATE FUNCTION events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM deletions WHERE account_id = OLD.account_id) THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'events are append-only';
        END $$;
        CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
            FOR EACH ROW EXECUTE FUNCTION events_append_only();
        """);

    public static void DropOnPostgres(MigrationBuilder migration) => migration.Sql(
        "DROP TRIGGER events_append_only ON events; DROP FUNCTION events_append_only();");

    public static void CreateOnSqlite(MigrationBuilder migration) => migration.Sql(
        """
        CREATE TRIGGER events_no_update BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        CREATE TRIGGER events_no_delete BEFORE DELETE ON events
        WHEN NOT EXISTS (SELECT 1 FROM deletions WHERE account_id = OLD.account_id)
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
        """);

    public static void DropOnSqlite(MigrationBuilder migration) => migration.Sql(
        "DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete;");
}
