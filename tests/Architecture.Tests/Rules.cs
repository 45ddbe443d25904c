using System.Reflection;
using FluentValidation;
using MediatR;
using NetArchTest.Rules;

namespace TitanTrakr.Architecture.Tests;

/// <summary>Each rule names the types of an assembly that break it, so that it can be asked of the real rooms and of planted types.</summary>
internal static class Rules
{
    public const string Application = "TitanTrakr.Application", Infrastructure = "TitanTrakr.Infrastructure", Api = "TitanTrakr.Api";
    public const string EntityFramework = "Microsoft.EntityFrameworkCore", AspNetCore = "Microsoft.AspNetCore";

    public static readonly string[] ClosedToDomain =
        [Application, Infrastructure, Api, EntityFramework, AspNetCore, "MediatR", "FluentValidation", "Microsoft.Extensions"];

    public static readonly string[] ClosedToApplication = [Infrastructure, Api, EntityFramework, AspNetCore];

    public static readonly string[] ClosedToInfrastructure = [Api];

    // What the host needs by name: the door, the state of the database, and the verbs of operations.
    public static readonly string[] Doors =
    [
        "InfrastructureModule", "DatabaseFaults", "IDatabaseHealth", "DatabaseStartup", "HotPath",
        "ProjectionMaintenance", "MaintenanceReport", "EventArchive", "ArchiveReport",
    ];

    public static IReadOnlyList<string> UsersOf(string[] closed, Assembly assembly) =>
        Names(Types.InAssembly(assembly).Should().NotHaveDependencyOnAny(closed).GetResult());

    /// <summary>What an assembly refers to that is neither ours nor the runtime's own library.</summary>
    public static IReadOnlyList<string> PackagesOf(Assembly assembly)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !File.Exists(Path.Combine(runtime, name + ".dll")))];
    }

    // Migrations are public because dotnet ef writes them so.
    public static IReadOnlyList<string> OpenTypes(Assembly assembly) =>
        [.. assembly.GetExportedTypes()
            .Where(type => !Doors.Contains(type.Name) && type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true)
            .Select(type => type.Name)];

    public static IReadOnlyList<string> OpenOrUnsealed(Assembly assembly) =>
        [.. UseCaseParts(assembly).Where(type => !type.IsSealed || type.IsVisible || type.IsNestedPublic).Select(type => type.Name)];

    public static IReadOnlyList<Type> UseCaseParts(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsUseCasePart))];

    private static bool IsUseCasePart(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || type.GetGenericTypeDefinition() == typeof(IValidator<>));

    private static IReadOnlyList<string> Names(TestResult result) => [.. (result.FailingTypes ?? []).Select(type => type.Name)];
}
