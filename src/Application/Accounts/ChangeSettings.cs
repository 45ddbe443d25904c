using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Changes how the account likes things; what is left out stays.</summary>
/// <param name="RestSeconds">0 to 3600 s.</param>
/// <param name="TimeZone">An IANA name such as Europe/Berlin.</param>
/// <param name="Plates">What hangs at the rack, per plate, in the account's unit; at most 20 kinds.</param>
public sealed record ChangeSettings(
    WeightUnit? WeightUnit,
    int? RestSeconds,
    bool? SpeakBack,
    string? Locale,
    string? TimeZone,
    Load? BarLoad,
    IReadOnlyList<decimal>? Plates) : ICommand<AccountView>
{
    /// <summary>A change of what voice can change.</summary>
    public static ChangeSettings Only(WeightUnit? weightUnit = null, bool? speakBack = null) =>
        new(weightUnit, null, speakBack, null, null, null, null);
}

internal sealed class ChangeSettingsValidator : AbstractValidator<ChangeSettings>
{
    public ChangeSettingsValidator()
    {
        RuleFor(command => command.RestSeconds).InclusiveBetween(0, 3600).WithMessage("Rest is a whole number of seconds from 0 to 3600.");
        RuleFor(command => command.Locale).Must(locale => locale is null or "en" or "de").WithMessage("A locale is en or de.");
        RuleFor(command => command.TimeZone).TimeZone();
        RuleFor(command => command.BarLoad).Must(bar => bar is null or { Value: >= 0 }).WithMessage("A bar weighs 0 or more.");
        RuleFor(command => command.Plates)
            .Must(plates => plates is null || (plates.Count <= 20 && plates.All(plate => plate is > 0 and <= 100)))
            .WithMessage("At most 20 kinds of plates, each above 0 and at most 100.");
    }
}

internal sealed class ChangeSettingsHandler(IAccountStore accounts, CommandScope scope) : IRequestHandler<ChangeSettings, Result<AccountView>>
{
    public async Task<Result<AccountView>> Handle(ChangeSettings command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(scope.AccountId, cancellationToken) is not { } account)
        {
            return new AccountGone();
        }

        var settings = new AccountSettings(
            command.WeightUnit ?? account.Settings.WeightUnit,
            command.RestSeconds ?? account.Settings.RestSeconds,
            command.SpeakBack ?? account.Settings.SpeakBack,
            command.Locale ?? account.Settings.Locale,
            command.TimeZone ?? account.Settings.TimeZone,
            command.BarLoad ?? account.Settings.BarLoad,
            command.Plates ?? account.Settings.Plates);
        await accounts.SaveSettings(scope.AccountId, settings, cancellationToken);
        return account with { Settings = settings };
    }
}
