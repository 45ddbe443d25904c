using System.Text.Json;
using FluentValidation;
using TitanTrakr.Domain.Accounts;

namespace TitanTrakr.Application.Accounts;

/// <summary>Shape rules of addresses and passwords.</summary>
internal static class AccountRules
{
    /// <summary>Looks like an address.</summary>
    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(EmailAddress.IsOne).WithMessage("An e-mail address looks like name@example.com.");

    /// <summary>A password that is being made: 8 to 128 characters of any kind, and none of the common ones.</summary>
    public static IRuleBuilderOptions<T, string> NewPassword<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(password => password is { Length: >= 8 and <= 128 }).WithMessage("A password has 8 to 128 characters.")
        .Must(password => password is null || !CommonPasswords.Contains(password)).WithMessage("This password is one of the first that others would try. Choose another.");

    /// <summary>A password that is being checked: nothing longer than one can be is hashed.</summary>
    public static IRuleBuilderOptions<T, string> SentPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(password => password is { Length: <= 128 }).WithMessage("A password has 8 to 128 characters.");

    /// <summary>The secret of a mailed link.</summary>
    public static IRuleBuilderOptions<T, string> LinkToken<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(token => token is { Length: > 0 and <= 100 }).WithMessage("Send the secret of the link.");

    /// <summary>A browser's answer about a passkey.</summary>
    public static IRuleBuilderOptions<T, JsonElement> Credential<T>(this IRuleBuilder<T, JsonElement> rule) =>
        rule.Must(credential => credential.ValueKind == JsonValueKind.Object).WithMessage("A credential is the object that the browser's toJSON gives.");
}
