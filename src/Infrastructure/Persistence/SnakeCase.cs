using System.Text.Json;

namespace TitanTrakr.Infrastructure.Persistence;

internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
