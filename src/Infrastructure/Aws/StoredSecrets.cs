using System.Text.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Microsoft.Extensions.Configuration;

namespace TitanTrakr.Infrastructure.Aws;

/// <summary>
/// Settings that are secret, kept in AWS Secrets Manager as one JSON object of names and texts and read through Systems Manager's reference
/// to it: once, at start. They never stand in an environment variable.
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
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(answer.Parameter.Value)!;
        }
        catch (JsonException)
        {
            // The exception would quote what could not be read.
            throw new InvalidOperationException($"The secret {name} is not a JSON object of texts.");
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
