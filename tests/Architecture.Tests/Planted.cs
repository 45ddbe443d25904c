using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;

// Violations on purpose: a rule that doesn't find its own is no rule.
#pragma warning disable CA1852 // Unsealed is what is planted.
namespace TitanTrakr.Architecture.Tests.Planted;

internal sealed class UsesApplication
{
    public CommandScope? Scope { get; init; }
}

internal sealed class UsesInfrastructure
{
    public DatabaseStartup? Startup { get; init; }
}

internal sealed class UsesHost
{
    public TitanTrakr.Api.Planted.InTheApi? Found { get; init; }
}

internal sealed class UsesEntityFramework
{
    public DbContext? Context { get; init; }
}

internal sealed class UsesAspNetCore
{
    public HttpContext? Context { get; init; }
}

internal sealed class UsesMediator
{
    public IMediator? Mediator { get; init; }
}

public sealed class OpenStore;

internal sealed record Ask : IRequest<int>;

public sealed class OpenHandler : IRequestHandler<PublicAsk, int>
{
    public Task<int> Handle(PublicAsk request, CancellationToken cancellationToken) => Task.FromResult(0);
}

public sealed record PublicAsk : IRequest<int>;

internal class UnsealedHandler : IRequestHandler<Ask, int>
{
    public Task<int> Handle(Ask request, CancellationToken cancellationToken) => Task.FromResult(0);
}

public sealed class OpenValidator : AbstractValidator<PublicAsk>;

internal class UnsealedValidator : AbstractValidator<Ask>;

internal sealed class ProperHandler : IRequestHandler<Ask, int>
{
    public Task<int> Handle(Ask request, CancellationToken cancellationToken) => Task.FromResult(0);
}
