using System.Text.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Microsoft.Extensions.Configuration;

namespace TitanTrakr.Infrastructure.Aws;

/// <summary>
/// Settings that are secret, kept in AWS Secrets Manager as one JSON object of names and texts and read through Systems Manager's reference
/// to it: once, at start. They never stand in an environment variable. An object within it is a section: so another secret can stand there whole.
/// </summary>
internal static class StoredSecrets
{
    private const string Reference = "/aws/reference/secretsmanager/";

    /// <exception cref="InvalidOperationException">The secret isn't an object of texts. The message holds nothing of it.</exception>
    public static async Task<IReadOnlyDictionary<string, string?>> Read(string name, CancellationToken cancellationToken)
    {
        using var client = new AmazonSimpleSystemsManagementClient();
        var request = new GetParameterRequest { Name = Reference + name, WithDecryption = true };
        var answer = await client.GetParameterAsync(request, cancellationToken);
        try
        {
            using var secret = JsonDocument.Parse(answer.Parameter.Value);
            var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            Add(settings, "", secret.RootElement);
            return settings;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The exception might quote what could not be read.
            throw new InvalidOperationException($"The secret {name} is not a JSON object of texts.");
        }
    }

    private static void Add(Dictionary<string, string?> settings, string section, JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Add(settings, $"{section}{member.Name}:", member.Value);
            }
            else
            {
                settings[section + member.Name] = member.Value.GetString();
            }
        }
    }

    /// <summary>Adds what <c>Secrets:Name</c> points to, if it is set; it wins over other sources.</summary>
    public static void AddTo(IConfigurationManager configuration)
    {
        if (configuration["Secrets:Name"] is { Length: > 0 } name)
        {
            // The host is being built: nothing runs yet that could be kept waiting.
            var secrets = Read(name, CancellationToken.None).GetAwaiter().GetResult();
            configuration.AddInMemoryCollection(secrets);
        }
    }
}
