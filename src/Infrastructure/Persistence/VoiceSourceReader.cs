using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>One statement over every table a sentence's meaning depends on: a set said must not cost more round trips than a set tapped.</summary>
internal sealed class VoiceSourceReader(TitanDbContext db, Projections projections) : IVoiceSources
{
    private const string Common =
        """
        SELECT 'settings' AS "Kind", '' AS "Key", CAST(settings AS TEXT) AS "Data" FROM accounts WHERE id = {0} AND status = 'active'
        UNION ALL SELECT 'exercise', id, CAST(data AS TEXT) FROM exercises WHERE account_id = {0} AND NOT archived AND merged_into IS NULL
        UNION ALL SELECT 'replay', '', '' FROM commands WHERE account_id = {0} AND command_id = {1}
        UNION ALL SELECT 'document', key, CAST(data AS TEXT) FROM projections WHERE account_id = {0} AND
        """;

    // A name that ends with a colon stands for all that begin with it.
    private const string OnPostgres = Common + """ (key = ANY({2}) OR EXISTS (SELECT 1 FROM unnest({3}) p WHERE starts_with(key, p)))""";

    private const string OnSqlite = Common
        + " (key IN (SELECT value FROM json_each({2})) OR EXISTS (SELECT 1 FROM json_each({3}) p WHERE substr(key, 1, length(p.value)) = p.value))";

    public async Task<VoiceSources> Load(
        Guid accountId, Guid commandId, IReadOnlyCollection<string> documents, CancellationToken cancellationToken)
    {
        string[] families = [.. documents.Where(IsFamily)];
        string[] keys = [.. documents.Where(key => !IsFamily(key))];
        var sqlite = db.Database.IsSqlite();
        object[] wanted = sqlite ? [StoredJson.Write(keys), StoredJson.Write(families)] : [keys, families];
        var rows = await db.Database.SqlQueryRaw<Source>(sqlite ? OnSqlite : OnPostgres, [accountId, commandId, .. wanted]).ToListAsync(cancellationToken);
        // A union has the order of its plan; what is alike must be weighed in one order, here and on the phone.
        rows.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        var found = rows.Where(row => row.Kind == "document")
            .Select(row => new ProjectionRow { AccountId = accountId, Key = row.Key, Data = row.Data }).ToList();
        projections.Fill(accountId, keys, found);
        var settings = rows.Find(row => row.Kind == "settings");
        return new VoiceSources(
            settings is null ? null : StoredJson.Read<AccountSettings>(settings.Data),
            [.. rows.Where(row => row.Kind == "exercise").Select(row => StoredJson.Read<Exercise>(row.Data)!)],
            rows.Exists(row => row.Kind == "replay"),
            [.. found.Select(row => row.Key)]);
    }

    private static bool IsFamily(string key) => key.EndsWith(':');

    private sealed record Source(string Kind, string Key, string Data);
}
