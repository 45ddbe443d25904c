using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TitanTrakr.ClosedHierarchies;

/// <summary>
/// C# has no closed hierarchies yet: a switch expression over an abstract record warns (CS8509) although every record of the family has
/// its arm, so that one would write a catch-all and lose the warning for the record that is forgotten later. This takes the warning away
/// exactly where each sealed record of the family has an arm of its own; a forgotten one stays the compile error that it should be.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedHierarchySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Covered = new(
        "TITAN001", "CS8509", "Every record of the family that is declared beside its base has an arm.");

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Covered];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    .FirstAncestorOrSelf<SwitchExpressionSyntax>() is { } node
                && context.GetSemanticModel(tree).GetOperation(node, context.CancellationToken) is ISwitchExpressionOperation operation
                && Handles(operation))
            {
                context.ReportSuppression(Suppression.Create(Covered, diagnostic));
            }
        }
    }

    private static bool Handles(ISwitchExpressionOperation operation)
    {
        if (operation.Value.Type is not INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class } family)
        {
            return false;
        }

        var members = Family.Of(family);
        var handled = new HashSet<ISymbol>(
            operation.Arms.Where(arm => arm.Guard is null).SelectMany(arm => TypesOf(arm.Pattern)), SymbolEqualityComparer.Default);
        return members.Count > 0 && members.All(member => Lineage(member).Any(handled.Contains));
    }

    // Only patterns that take every value of a type; one with conditions on members handles some of them.
    private static IEnumerable<ITypeSymbol> TypesOf(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation type => [type.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        IRecursivePatternOperation { PropertySubpatterns.Length: 0, DeconstructionSubpatterns.Length: 0 } recursive => [recursive.MatchedType],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => [.. TypesOf(or.LeftPattern), .. TypesOf(or.RightPattern)],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Lineage(INamedTypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
