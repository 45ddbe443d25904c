namespace TitanTrakr.Domain.Exchange;

/// <summary>Whose words a file speaks.</summary>
public enum Dialect
{
    /// <summary>Our own, which loses nothing.</summary>
    Titan,

    /// <summary>Hevy's export of workouts.</summary>
    Hevy,

    /// <summary>Strong's, in any of its shapes.</summary>
    Strong,

    /// <summary>FitNotes for Android: a day is a workout.</summary>
    FitNotes,

    /// <summary>FitNotes for iOS, both apps of that name.</summary>
    FitNotesIos,

    /// <summary>StrongLifts 5×5: a row an exercise, the sets beside each other.</summary>
    StrongLifts,
}
