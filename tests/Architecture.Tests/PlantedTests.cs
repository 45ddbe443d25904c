using System.Reflection;
using TitanTrakr.Architecture.Tests.Planted;

namespace TitanTrakr.Architecture.Tests;

public sealed class PlantedTests
{
    private static readonly Assembly Here = typeof(PlantedTests).Assembly;

    [TestCase(nameof(UsesApplication))]
    [TestCase(nameof(UsesInfrastructure))]
    [TestCase(nameof(UsesHost))]
    [TestCase(nameof(UsesEntityFramework))]
    [TestCase(nameof(UsesMediator))]
    public void The_rule_for_Domain_finds_a_planted_dependency(string planted) => Rules.UsersOf(Rules.ClosedToDomain, Here).ShouldContain(planted);

    [Test]
    public void The_rule_for_Domain_finds_a_package() => Rules.PackagesOf(Here).ShouldContain("MediatR");

    [TestCase(nameof(UsesInfrastructure))]
    [TestCase(nameof(UsesHost))]
    [TestCase(nameof(UsesEntityFramework))]
    [TestCase(nameof(UsesAspNetCore))]
    public void The_rule_for_Application_finds_a_planted_dependency(string planted) =>
        Rules.UsersOf(Rules.ClosedToApplication, Here).ShouldContain(planted);

    [Test]
    public void The_rule_for_Application_lets_its_own_types_pass() =>
        Rules.UsersOf(Rules.ClosedToApplication, Here).ShouldNotContain(nameof(UsesApplication));

    [Test]
    public void The_rule_for_Infrastructure_finds_a_planted_use_of_the_host()
    {
        var found = Rules.UsersOf(Rules.ClosedToInfrastructure, Here);
        found.ShouldContain(nameof(UsesHost));
        found.ShouldNotContain(nameof(UsesInfrastructure));
    }

    [Test]
    public void The_rule_for_closed_doors_finds_a_public_type()
    {
        var found = Rules.OpenTypes(Here);
        found.ShouldContain(nameof(OpenStore));
        found.ShouldNotContain(nameof(UsesHost));
    }

    [TestCase(nameof(OpenHandler))]
    [TestCase(nameof(UnsealedHandler))]
    [TestCase(nameof(OpenValidator))]
    [TestCase(nameof(UnsealedValidator))]
    public void The_rule_for_use_cases_finds_a_planted_part(string planted) => Rules.OpenOrUnsealed(Here).ShouldContain(planted);

    [Test]
    public void The_rule_for_use_cases_lets_a_sealed_internal_handler_pass() =>
        Rules.OpenOrUnsealed(Here).ShouldNotContain(nameof(ProperHandler));
}
