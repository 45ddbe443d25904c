using Microsoft.AspNetCore.Identity;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>An account: what is Identity's user here. Its id is the account's id everywhere.</summary>
internal sealed class AccountRow : IdentityUser<Guid>
{
    public bool IsGuest { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public string Settings { get; set; } = "{}";
    public string Status { get; set; } = "active";
}
