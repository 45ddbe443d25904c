using Microsoft.CodeAnalysis;

namespace TitanTrakr.ClosedHierarchies;

/// <summary>The concrete types that derive from an abstract one, in the assembly that declares it.</summary>
internal static class Family
{
    public static IReadOnlyList<INamedTypeSymbol> Of(INamedTypeSymbol family) =>
        [.. TypesIn(family.ContainingAssembly.GlobalNamespace).Where(type => !type.IsAbstract && DerivesFrom(type, family))];

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol family)
    {
        var ancestor = type.BaseType;
        while (ancestor is not null && !SymbolEqualityComparer.Default.Equals(ancestor, family))
        {
            ancestor = ancestor.BaseType;
        }

        return ancestor is not null;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place)
    {
        foreach (var member in place.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesIn(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
