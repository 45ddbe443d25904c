using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange;

/// <summary>A sheet's columns by name: case, outer blanks and the byte-order mark don't matter, nor does the order.</summary>
public sealed class Columns
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _header;

    /// <summary>Indexes a header; of two columns with one name the first counts.</summary>
    public Columns(IReadOnlyList<string> header)
    {
        _header = header;
        for (var i = 0; i < header.Count; i++)
        {
            _byName.TryAdd(Fold(header[i]), i);
        }
    }

    /// <summary>The folded names.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>What no one has asked for, as written.</summary>
    public IReadOnlyList<string> Unknown => [.. _header.Where(name => name.Length > 0 && !_used.Contains(Fold(name)))];

    /// <summary>Whether there is a column of that (folded) name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The first of these columns that is there, or -1.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        var found = -1;
        foreach (var name in names)
        {
            if (_byName.TryGetValue(name, out var index))
            {
                _used.Add(name);
                found = found < 0 ? index : found;
            }
        }

        return found;
    }

    /// <summary>Marks columns as understood though nothing is taken from them.</summary>
    public void Know(params ReadOnlySpan<string> names) => Find(names);

    /// <summary>The weight columns under these spellings, each with the unit its name says; null where it says none.</summary>
    public IReadOnlyList<(int Index, WeightUnit? Unit)> Weights(IReadOnlyList<(string Name, WeightUnit? Unit)> spellings) =>
        [.. spellings.Where(spelling => Has(spelling.Name)).Select(spelling => (Find(spelling.Name), spelling.Unit))];

    /// <summary>The distance columns under these spellings, each with the unit its name says; null where it says none.</summary>
    public IReadOnlyList<(int Index, DistanceUnit? Unit)> Distances(IReadOnlyList<(string Name, DistanceUnit? Unit)> spellings) =>
        [.. spellings.Where(spelling => Has(spelling.Name)).Select(spelling => (Find(spelling.Name), spelling.Unit))];

    private static string Fold(string name) =>
        string.Join(' ', name.Trim('\uFEFF', '"', ' ', '\t').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
