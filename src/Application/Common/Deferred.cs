using System.Collections;

namespace TitanTrakr.Application.Common;

/// <summary>A list that is made when it is looked at first: a chunk of sessions changes many times before anyone asks for its records.</summary>
internal sealed class Deferred<T>(Func<IReadOnlyList<T>> make) : IReadOnlyList<T>
{
    private readonly Lazy<IReadOnlyList<T>> _made = new(make);

    public int Count => _made.Value.Count;

    public T this[int index] => _made.Value[index];

    public IEnumerator<T> GetEnumerator() => _made.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
