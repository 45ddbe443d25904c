namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>A set logged on the wrong exercise: "not bench, incline", "that was front squats".</summary>
internal static class CorrectExerciseRules
{
    public static readonly PhraseRule[] All =
    [
        new("correct exercise", Weights.Correction + 0.002, With,
            "not {ex} {ex}", "[no|actually|sorry]? not {ex} but? {ex}", "[no|actually|sorry|oops]? (<that> (was|were|should be|should have been)|it was|i (meant|did)|thats) [actually]? [on|for|the]? {ex} not {ex}", "{ex} not {ex}", "[no|actually|sorry]? (<that>|it) (wasnt|was not|isnt) {ex} [it was|but|that was]? {ex}"),
        new("correct exercise", Weights.Correction + 0.002, m => To(m, m.Exercise()!.Id),
            "[no|actually|sorry|oops|wrong exercise]? (<that> (was|were|should be|should have been)|thats|those were) [actually|really|meant to be]? [on|for|the]? {ex}", "[no|sorry|actually|wrong exercise]? i (meant|mean) [to say]? {ex}", "wrong exercise [it was|that was|should be]? {ex}",
            "(move|change|switch|put) (<that>|it) (to|on|onto|over to|under) {ex}", "(change|correct|switch) the exercise [of that]? to {ex}", "make (that|it|<that>) {ex}", "i did that on {ex}", "(that|it) was supposed to be {ex}"),
        new("correct exercise", Weights.Correction + 0.002, m => NoName(m), "no {ex}"),
    ];

    private static VoiceReading? With(Match m)
    {
        if (m.Context.Latest() is not { } last)
        {
            return null;
        }

        var (first, second) = (m.Exercise(0)!.Id, m.Exercise(1)!.Id);
        var wrong = last.ExerciseId;
        return first != second && (wrong == first || wrong == second) ? To(m, wrong == first ? second : first) : null;
    }

    private static VoiceReading? To(Match m, string exerciseId) => m.Context.Latest() is not { } last ? VoiceReading.Reject("There is no set to correct.")
        : last.ExerciseId == exerciseId ? null : VoiceReading.Of([new VoiceCommand.CorrectSet(last.ExerciseId, last.Set, exerciseId)]);

    // "no, incline": the set just logged, or the exercise that comes now?
    private static VoiceReading? NoName(Match m) => !m.Tokens.Span[1].Break || m.Context.Latest() is not { } last || last.ExerciseId == m.Exercise()!.Id ? null
        : VoiceReading.Ask("Move the last set there, or go on with it?", Options.Of(m.Context, new VoiceCommand.CorrectSet(last.ExerciseId, last.Set, m.Exercise()!.Id)),
            Options.Of(m.Context, new VoiceCommand.AddExercise(m.Exercise()!.Id)));
}
