namespace TitanTrakr.Application.Common;

/// <summary>What a projection puts off until the unit of work ends, so that many changes cost it once.</summary>
public interface IUnfinished
{
    /// <summary>Does what was put off; nothing when nothing was.</summary>
    Task Finish(CancellationToken cancellationToken);

    /// <summary>Forgets it: another try, or another unit, begins.</summary>
    void Forget();
}
