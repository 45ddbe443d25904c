namespace TitanTrakr.Endurance;

/// <summary>The checker itself: each fault it must catch, planted in a log that is otherwise whole.</summary>
internal sealed class InvariantsTests
{
    private readonly List<SentSet> _sent = [];
    private readonly List<LoggedEvent> _log = [];

    [SetUp]
    public void A_log_of_two_devices()
    {
        _sent.Clear();
        _log.Clear();
        _log.Add(new(1, "WorkoutStarted", Guid.NewGuid(), null));
        for (var i = 0; i < 6; i++)
        {
            var set = new SentSet($"phone {i % 2}", i / 2, Guid.NewGuid(), Guid.NewGuid(), Acknowledged: true);
            _sent.Add(set);
            if (i == 0)
            {
                _log.Add(new(2, "ExerciseAdded", set.CommandId, null));
            }

            _log.Add(new(_log.Count + 1, "SetLogged", set.CommandId, set.SetId));
        }
    }

    [Test]
    public void A_whole_log_has_no_violation() => Violations().ShouldBeEmpty();

    [Test]
    public void A_set_never_acknowledged_may_be_there_or_not()
    {
        _sent[^1] = _sent[^1] with { Acknowledged = false };
        Violations().ShouldBeEmpty();
        _log.RemoveAt(_log.Count - 1);
        Violations().ShouldBeEmpty();
    }

    [Test]
    public void A_double_write_is_caught()
    {
        _log.Add(_log[^1] with { Sequence = _log.Count + 1, CommandId = Guid.NewGuid() });
        Violations().ShouldContain(fault => fault.Contains("2 times"));
    }

    [Test]
    public void A_command_applied_again_for_want_of_dedupe_is_caught()
    {
        _log.Add(_log[^1] with { Sequence = _log.Count + 1, SetId = Guid.NewGuid() });
        Violations().ShouldContain(fault => fault.Contains("in part, or twice"));
        Violations().ShouldContain(fault => fault.Contains("never sent"));
    }

    [Test]
    public void An_acknowledgement_before_the_commit_is_caught()
    {
        _log.RemoveAt(_log.Count - 1);
        Violations().ShouldContain(fault => fault.Contains("was acknowledged and is not there"));
    }

    [Test]
    public void A_transaction_split_in_two_is_caught()
    {
        var added = _log.FindIndex(line => line.Type == "ExerciseAdded");
        var set = _log[added + 1];
        _sent.RemoveAll(sent => sent.SetId == set.SetId);
        _sent.Add(new SentSet("phone 0", 0, set.CommandId, set.SetId!.Value, Acknowledged: false));
        _log.RemoveAt(added + 1);
        Renumber();
        Violations().ShouldContain(fault => fault.Contains("in part, or twice"));
    }

    [Test]
    public void Another_command_in_the_middle_of_one_is_caught()
    {
        var added = _log.FindIndex(line => line.Type == "ExerciseAdded");
        (_log[added + 1], _log[added + 2]) = (_log[added + 2], _log[added + 1]);
        Renumber();
        Violations().ShouldContain(fault => fault.Contains("stand apart"));
    }

    [Test]
    public void A_gap_is_caught()
    {
        _log[^1] = _log[^1] with { Sequence = _log.Count + 1 };
        Violations().ShouldContain(fault => fault.Contains("belongs"));
    }

    [Test]
    public void A_device_whose_sets_changed_places_is_caught()
    {
        (_log[^1], _log[^3]) = (_log[^3], _log[^1]);
        Renumber();
        Violations().ShouldContain(fault => fault.Contains("stands after"));
    }

    private IReadOnlyList<string> Violations() => Invariants.Violations(_sent, _log);

    private void Renumber()
    {
        for (var i = 0; i < _log.Count; i++)
        {
            _log[i] = _log[i] with { Sequence = i + 1 };
        }
    }
}
