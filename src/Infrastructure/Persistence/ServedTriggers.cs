using Microsoft.EntityFrameworkCore.Migrations;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>
/// What is served goes when what it was made of changes without it: an earlier release, beside this one or put back in its place, writes
/// only what it knows.
/// </summary>
internal static class ServedTriggers
{
    private static readonly (string Table, string MadeOf, string Key)[] Tables =
        [("projections", "data", "key"), ("workouts", "data", "id"), ("session_chunks", "sessions", "exercise_id, number")];

    public static void CreateOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION forget_served() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.served := NULL; RETURN NEW; END $$;");
        foreach (var (table, madeOf, _) in Tables)
        {
            migration.Sql(
                $"CREATE TRIGGER {table}_served BEFORE UPDATE OF {madeOf} ON {table} FOR EACH ROW "
                + $"WHEN (NEW.served IS NOT NULL AND NEW.served IS NOT DISTINCT FROM OLD.served AND NEW.{madeOf} IS DISTINCT FROM OLD.{madeOf}) "
                + "EXECUTE FUNCTION forget_served();");
        }
    }

    public static void DropOnPostgres(MigrationBuilder migration)
    {
        foreach (var (table, _, _) in Tables)
        {
            migration.Sql($"DROP TRIGGER {table}_served ON {table};");
        }

        migration.Sql("DROP FUNCTION forget_served();");
    }

    public static void CreateOnSqlite(MigrationBuilder migration)
    {
        foreach (var (table, madeOf, key) in Tables)
        {
            var same = string.Join(" AND ", $"account_id, {key}".Split(", ").Select(column => $"{column} = NEW.{column}"));
            migration.Sql(
                $"CREATE TRIGGER {table}_served AFTER UPDATE OF {madeOf} ON {table} "
                + $"WHEN NEW.served IS NOT NULL AND NEW.served IS OLD.served AND NEW.{madeOf} IS NOT OLD.{madeOf} "
                + $"BEGIN UPDATE {table} SET served = NULL WHERE {same}; END;");
        }
    }

    public static void DropOnSqlite(MigrationBuilder migration)
    {
        foreach (var (table, _, _) in Tables)
        {
            migration.Sql($"DROP TRIGGER {table}_served;");
        }
    }
}
