using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Everything the account that asks owns, as files that write themselves.</summary>
public sealed record ExportAccount : IQuery<IReadOnlyList<ExportedFile>>;

internal sealed class ExportAccountHandler(AccountExport export, IAccountStore accounts, IAuditLog audit, CommandScope scope)
    : IRequestHandler<ExportAccount, Result<IReadOnlyList<ExportedFile>>>
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    public async Task<Result<IReadOnlyList<ExportedFile>>> Handle(ExportAccount query, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { } account)
        {
            return new AccountGone();
        }

        await audit.Record(AuditKind.Exported, account.Id, null, cancellationToken);
        var card = new ExportedFile("account.json", (to, stop) => JsonSerializer.SerializeAsync(to, account, Json, stop));
        return new List<ExportedFile>([.. export.Files, card]);
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        ValueObjectConverters.AddTo(options.Converters);
        return options;
    }
}
