namespace TitanTrakr.Api.Tests;

/// <summary>What is built by default refers to nothing of AWS Lambda: such a build has to restore where there are no such packages.</summary>
internal sealed class LambdaBuildTests
{
    [Test]
    public void The_default_build_contains_no_assembly_of_Lambda()
    {
        var built = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileName(file)).ToList();
        built.ShouldContain("TitanTrakr.Api.dll");
        built.ShouldNotContain(file => file.StartsWith("Amazon.Lambda", StringComparison.OrdinalIgnoreCase));
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TitanTrakr.Api.deps.json")).ShouldNotContain("Amazon.Lambda");
        typeof(Program).Assembly.GetReferencedAssemblies().ShouldNotContain(name => name.Name!.StartsWith("Amazon.Lambda", StringComparison.Ordinal));
    }
}
