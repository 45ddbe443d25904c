using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class OpenApiTests(Provider provider) : FrontDoorTest(provider)
{
    private static readonly string[] Secrets = ["token", "secret", "password", "email", "code"];

    [TestCase("v1", "3.1")]
    [TestCase("v1-3.0", "3.0")]
    public async Task Every_operation_has_a_name_of_its_own_and_says_which_problems_it_answers_with(string document, string version)
    {
        var description = (await Lifter.Get($"/openapi/{document}.json")).Json;
        description["openapi"]!.GetValue<string>().ShouldStartWith(version);
        var operations = Operations(description).ToList();
        operations.Select(operation => operation["operationId"]!.GetValue<string>()).ShouldBeUnique();
        foreach (var responses in operations.Select(operation => operation["responses"]!.AsObject()))
        {
            foreach (var status in new[] { "400", "429", "503" })
            {
                responses[status]!["content"]!["application/problem+json"]!["schema"].ShouldNotBeNull();
            }
        }
    }

    [TestCase("v1")]
    [TestCase("v1-3.0")]
    public async Task No_member_of_any_schema_is_without_a_shape(string document)
    {
        var schemas = (await Lifter.Get($"/openapi/{document}.json")).Json["components"]!["schemas"]!.AsObject();
        var shapeless = from schema in schemas
                        from member in schema.Value!["properties"]?.AsObject() ?? []
                        where !HasShape(member.Value!.AsObject())
                        select $"{schema.Key}.{member.Key}";
        shapeless.ShouldBeEmpty();
        schemas["Load"]!["properties"]!["unit"]!["enum"]!.AsArray().Select(unit => unit!.GetValue<string>()).ShouldBe(["kg", "lb"]);
        schemas["LogSet"]!["required"].ShouldBeNull();
    }

    [Test]
    public async Task Parameters_are_spelt_as_the_contract_spells_them() => (await InAddresses()).ShouldAllBe(name => char.IsLower(name[0]));

    [Test]
    public async Task No_secret_stands_in_an_address() =>
        (await InAddresses()).Where(name => !name.EndsWith("Id", StringComparison.Ordinal) && Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();

    private async Task<IReadOnlyList<string>> InAddresses() =>
    [
        .. from operation in Operations((await Lifter.Get("/openapi/v1.json")).Json)
           from parameter in operation["parameters"]?.AsArray() ?? []
           where parameter!["in"]!.GetValue<string>() != "header"
           select parameter["name"]!.GetValue<string>(),
    ];

    private static IEnumerable<JsonNode> Operations(JsonNode description) =>
        description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    private static bool HasShape(JsonObject schema) =>
        new[] { "type", "oneOf", "anyOf", "allOf", "$ref", "enum" }.Any(schema.ContainsKey)
        && (schema["type"]?.ToJsonString().Contains("array", StringComparison.Ordinal) != true || schema.ContainsKey("items"));
}
