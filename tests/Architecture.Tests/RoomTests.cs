using System.Reflection;
using TitanTrakr.Application;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure;

namespace TitanTrakr.Architecture.Tests;

public sealed class RoomTests
{
    private static readonly Assembly Domain = typeof(Load).Assembly;
    private static readonly Assembly Application = typeof(ApplicationModule).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureModule).Assembly;
    private static readonly Assembly Api = typeof(Program).Assembly;

    [Test]
    public void The_rules_are_asked_of_the_four_rooms() =>
        new[] { Domain, Application, Infrastructure, Api }.Select(room => room.GetName().Name)
            .ShouldBe(["TitanTrakr.Domain", "TitanTrakr.Application", "TitanTrakr.Infrastructure", "TitanTrakr.Api"]);

    [Test]
    public void Domain_depends_on_no_package_and_no_other_room() => Rules.PackagesOf(Domain).ShouldBeEmpty();

    [Test]
    public void Domain_uses_no_type_of_Application_Infrastructure_or_Api() => Rules.UsersOf(Rules.ClosedToDomain, Domain).ShouldBeEmpty();

    [Test]
    public void Application_depends_on_neither_Infrastructure_nor_Api_nor_a_database_nor_the_web() =>
        Rules.UsersOf(Rules.ClosedToApplication, Application).ShouldBeEmpty();

    [Test]
    public void Infrastructure_does_not_depend_on_Api() => Rules.UsersOf(Rules.ClosedToInfrastructure, Infrastructure).ShouldBeEmpty();

    [Test]
    public void Infrastructure_is_internal_but_for_its_door_and_its_operations() => Rules.OpenTypes(Infrastructure).ShouldBeEmpty();

    [Test]
    public void Handlers_and_validators_are_sealed_and_internal()
    {
        Rules.UseCaseParts(Application).Count.ShouldBeGreaterThan(30);
        Rules.OpenOrUnsealed(Application).ShouldBeEmpty();
    }
}
