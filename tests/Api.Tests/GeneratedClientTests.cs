using System.Net.Http.Headers;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>What an API consumer does: generates a client from our document, and logs a set with it and a token of its own.</summary>
[TestFixture(Provider.Sqlite)]
internal sealed class GeneratedClientTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Consumer =
        """
        namespace Generated;

        public static class Consumer
        {
            public static async System.Threading.Tasks.Task<string> LogASet(System.Net.Http.HttpClient http)
            {
                var gym = new Client(http);
                await gym.PostWorkoutsAsync(body: new StartWorkout { Name = "Push day" });
                var logged = await gym.PostWorkoutsCurrentSetsAsync(body: new LogSet
                {
                    ExerciseId = "bench-press",
                    Reps = 8,
                    Load = new Load { Value = 100, Unit = LoadUnit.Kg },
                });
                var current = await gym.GetWorkoutsCurrentAsync();
                // What is not set isn't sent: a client that sent it as null would take the rest of the set away.
                await gym.PatchWorkoutsByWorkoutIdSetsBySetIdAsync(current.Id, logged.Set.Id, body: new CorrectSet { Rpe = 9 });
                return $"{logged.Set.Reps} x {logged.Set.Load.Value} {logged.Set.Load.Unit}, {current.Name}";
            }
        }
        """;

    [Test]
    public async Task A_generated_client_logs_a_set()
    {
        using var owner = new Visitor(Server.Address);
        await owner.Register("ann@example.com");
        var token = (await owner.Post("/api/account/tokens", """{"name":"client","scopes":["read","write"]}""")).Json["secret"]!.GetValue<string>();
        var source = await Generate((await owner.Get("/openapi/v1-3.0.json")).Text);
        var logASet = Compile(source, Consumer);
        using var http = new HttpClient { BaseAddress = Server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await logASet(http)).ShouldBe("8 x 100 Kg, Push day");
        var set = (await Current(http))["exercises"]![0]!["sets"]![0]!;
        (set["reps"]!.GetValue<int>(), set["load"]!["value"]!.GetValue<decimal>(), set["rpe"]!.GetValue<decimal>()).ShouldBe((8, 100m, 9m));
    }

    [Test]
    public async Task Both_ways_to_be_let_in_are_declared()
    {
        var document = (await Lifter.Get("/openapi/v1.json")).Json;
        document["components"]!["securitySchemes"]!.AsObject().Select(scheme => scheme.Key).ShouldBe(["bearer", "personalAccessToken"]);
        document["security"]!.AsArray().Count.ShouldBe(2);
    }

    private static async Task<JsonNode> Current(HttpClient http) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri("/api/workouts/current", UriKind.Relative)))!;

    private static async Task<string> Generate(string document)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "Client",
            GenerateOptionalParameters = true,
            UseBaseUrl = false,
            CSharpGeneratorSettings = { Namespace = "Generated", GenerateNullableReferenceTypes = true },
        };
        return new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(document), settings).GenerateFile();
    }

    private static Func<HttpClient, Task<string>> Compile(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        assembly.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(assembly).GetType("Generated.Consumer")!
            .GetMethod("LogASet")!.CreateDelegate<Func<HttpClient, Task<string>>>();
    }
}
