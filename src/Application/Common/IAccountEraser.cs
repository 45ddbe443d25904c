namespace TitanTrakr.Application.Common;

/// <summary>The one way an account leaves: every row of it, in one privileged transaction.</summary>
public interface IAccountEraser
{
    /// <summary>Erases the account; false when there is none. Its tokens are worthless from the commit on. Not within a unit of work.</summary>
    Task<bool> Erase(Guid accountId, CancellationToken cancellationToken);
}
