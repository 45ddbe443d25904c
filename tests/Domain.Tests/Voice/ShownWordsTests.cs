using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>What a question shows: the lifter's own words, names of exercises and templates, and the words questions are asked in. Never one the grammar made up.</summary>
public sealed class ShownWordsTests
{
    /// <summary>The words questions and their answers are written in.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "a", "all", "already", "are", "aren", "be", "before", "body", "by", "called", "can", "catch", "changed", "correct", "create", "delete", "did", "didn", "discard", "do", "don", "edited",
        "english", "exercise", "far", "finish", "first", "from", "get", "go", "gone", "has", "history", "how", "i", "in", "instead", "is", "isn", "it", "its", "keep", "kg", "know", "last", "lb",
        "length", "log", "logged", "long", "lot", "m", "many", "mean", "measured", "mi", "minutes", "more", "new", "no", "note", "notes", "number", "of", "one", "ones", "only", "or", "past",
        "remove", "repeat", "reps", "rest", "right", "running", "said", "say", "seconds", "set", "sets", "shall", "should", "skip", "so", "start", "steps", "stop", "template", "templates", "than",
        "that", "the", "there", "these", "they", "this", "those", "today", "two", "under", "understand", "voice", "want", "was", "ways", "weight", "what", "where", "which", "will", "with", "without",
        "workout", "workouts", "would", "yet", "you", "your",
    };

    private static readonly HashSet<string> Names = [.. ExerciseLibrary.All.SelectMany(e => Words(e.Name)), .. Situations.Templates.SelectMany(t => Words(t.Name))];

    [Test]
    public void A_question_shows_no_word_that_nobody_said() => VoiceCase.All.SelectMany(one => Made(one, Situations.Index)).Distinct().ShouldBeEmpty();

    [Test]
    public void A_question_shows_no_word_that_nobody_said_on_the_shipped_library_either() =>
        VoiceCase.All.SelectMany(one => Made(one, Situations.Library)).Distinct().ShouldBeEmpty();

    [TestCase("60 for 8 on the work out puller", "I don't know work out puller.")]
    [TestCase("warm up flurbles 40 for 8", "I don't know flurbles.")]
    [TestCase("smashed 8 on the Pec Masher with 60 kilos", "I don't know pec masher.")]
    public void A_name_nobody_knows_is_shown_as_it_was_said(string said, string message) =>
        VoiceGrammar.Interpret(said, [], Situations.Of("bench")).Message.ShouldStartWith(message);

    private static IEnumerable<string> Made(VoiceCase one, ExerciseIndex exercises)
    {
        var reading = one.Reading(exercises);
        var said = Words(one.Said).ToHashSet(StringComparer.Ordinal);
        return reading.Options.Select(o => o.Label).Prepend(reading.Message).SelectMany(Words)
            .Where(w => !Own.Contains(w) && !Names.Contains(w) && !said.Contains(w)).Select(w => $"{w}: {one.Said} => {reading.Message}");
    }

    private static IEnumerable<string> Words(string text) => new string([.. text.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
