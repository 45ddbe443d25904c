namespace TitanTrakr.Infrastructure.Persistence;

/// <summary>SQLite has one writer: here they queue in order, instead of polling the file's lock.</summary>
internal sealed class WriterGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable?> Enter(CancellationToken cancellationToken)
    {
        if (!oneAtATime)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        return new Leave(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Leave(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
