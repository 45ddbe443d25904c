namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>One place of a phrase: a word out of some, or a slot.</summary>
internal readonly record struct Part(string[] Words, string? Slot, bool Optional)
{
    public bool Says(Token token)
    {
        foreach (var word in Words)
        {
            if (token.Is(word))
            {
                return true;
            }
        }

        return false;
    }
}
