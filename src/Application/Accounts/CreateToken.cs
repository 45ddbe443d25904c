using System.Buffers.Text;
using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Makes a personal access token.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Scopes">read, write or both.</param>
/// <param name="ExpiresAt">Left out: never.</param>
public sealed record CreateToken(string Name, IReadOnlyList<TokenScope> Scopes, DateTimeOffset? ExpiresAt) : IQuery<CreatedToken>;

/// <summary>A new token.</summary>
/// <param name="Secret">What goes into the Authorization header. Shown this once: a repeat under the same key answers without it.</param>
public sealed record CreatedToken(PersonalAccessToken Token, string? Secret);

internal sealed class CreateTokenValidator : AbstractValidator<CreateToken>
{
    public CreateTokenValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name).NotNull().WithMessage("A name has 1 to 100 characters.").Name();
        RuleFor(command => command.Scopes).Must(scopes => scopes is { Count: 1 or 2 } && scopes.Distinct().Count() == scopes.Count)
            .WithMessage("Scopes are read, write or both.");
        RuleFor(command => command.ExpiresAt).Must(at => at is null || (at > clock.GetUtcNow() && at.Value.Year < 3000))
            .WithMessage("A token expires in the future.");
    }
}

internal sealed class CreateTokenHandler(IMediator mediator, CommandScope scope) : IRequestHandler<CreateToken, Result<CreatedToken>>
{
    /// <summary>By it a token is told from a JWT, and found by those who search for leaked secrets.</summary>
    internal const string Prefix = "tt_pat_";

    public async Task<Result<CreatedToken>> Handle(CreateToken command, CancellationToken cancellationToken)
    {
        // Made out here: the answer that is stored for replays must not hold it.
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var stored = await mediator.Send(new StoreToken(command.Name, command.Scopes, command.ExpiresAt, secret), cancellationToken);
        return stored.IsOk ? new CreatedToken(stored.Value, scope.Replayed ? null : secret) : stored.Error;
    }
}

/// <summary>The part of <see cref="CreateToken"/> that writes.</summary>
internal sealed record StoreToken(string Name, IReadOnlyList<TokenScope> Scopes, DateTimeOffset? ExpiresAt, string Secret) : ICommand<PersonalAccessToken>;

internal sealed class StoreTokenHandler(IPersonalAccessTokens tokens, Owner owner, IAuditLog audit, CommandScope scope, TimeProvider clock)
    : IRequestHandler<StoreToken, Result<PersonalAccessToken>>
{
    private const int Most = 50;

    public async Task<Result<PersonalAccessToken>> Handle(StoreToken command, CancellationToken cancellationToken)
    {
        if (!await owner.IsFresh(cancellationToken))
        {
            return new ReauthenticationRequired();
        }

        if ((await tokens.List(scope.AccountId, cancellationToken)).Count >= Most)
        {
            return new TooManyTokens(Most);
        }

        var token = new PersonalAccessToken(Guid.CreateVersion7(), command.Name, [.. command.Scopes.Order()], clock.GetUtcNow(), command.ExpiresAt, null);
        await audit.Record(AuditKind.TokenMade, scope.AccountId, token.Id, cancellationToken);
        tokens.Add(scope.AccountId, token, command.Secret);
        return token;
    }
}
