using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Gouvernail.Journals;

namespace Gouvernail.People;

/// <summary>Who holds which role, and what the community is called.</summary>
public sealed class Roles : IProjection
{
    private readonly List<RoleHolder> _holders = [];

    /// <inheritdoc/>
    public string Name => "roles-2";

    /// <summary>What the community calls itself; may be empty.</summary>
    public string Community { get; private set; } = "";

    /// <summary>All who hold or held a role, in the order in which they got it.</summary>
    public IReadOnlyList<RoleHolder> Holders => _holders;

    /// <summary>The id of the next holder.</summary>
    public string NextHolder => "r" + (_holders.Count + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds a holder.</summary>
    public bool TryGet(string holder, [NotNullWhen(true)] out RoleHolder? found)
    {
        found = _holders.Find(h => h.Id == holder);
        return found is not null;
    }

    /// <summary>True where somebody has taken this role, or a higher one, and holds it still.</summary>
    public bool Allows(string? holder, Role role) =>
        holder is not null && TryGet(holder, out RoleHolder? found) && found.Allows(role);

    /// <summary>The same for an act: whoever runs the machine, who is nobody's holder, may do it.</summary>
    /// <param name="by">Who asks: a holder; null for whoever runs the machine.</param>
    /// <param name="role">The lowest role that may.</param>
    public bool Lets(string? by, Role role) => by is null || Allows(by, role);

    /// <summary>What is known now, for others to read at any time.</summary>
    public RoleBook ToBook() => new(Community, [.. _holders]);

    /// <summary>True for an entry that changes anything here.</summary>
    public static bool Matters(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Consultation is null;
    }

    /// <inheritdoc/>
    public void Apply(long position, Entry entry, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(entry);
        switch (entry.Kind)
        {
            case CommunityFounded.Kind when CommunityFounded.Read(entry) is { } founded:
                Community = founded.Name;
                break;
            case CommunityNamed.Kind when CommunityNamed.Read(entry) is { } named:
                Community = named.Name;
                break;
            case RoleGranted.Kind when RoleGranted.Read(entry) is { } granted:
                if (TryGet(granted.Holder, out RoleHolder? before))
                {
                    Replace(before with { Link = granted.Link, IsLinkUsed = false, Expires = granted.Expires });
                }
                else
                {
                    _holders.Add(new RoleHolder(granted.Holder, granted.Role, granted.Link, granted.Expires));
                }

                break;
            case RoleTaken.Kind when RoleTaken.Read(entry) is { } taken && TryGet(taken.Holder, out before):
                Replace(before with { IsTaken = true, IsLinkUsed = true, Since = before.Since ?? entry.Time });
                break;
            case RoleRevoked.Kind when RoleRevoked.Read(entry) is { } revoked && TryGet(revoked.Holder, out before):
                Replace(before with { IsRevoked = true });
                break;
            case HolderNamed.Kind when HolderNamed.Read(payload) is { } named && TryGet(named.Holder, out before):
                Replace(before with { Name = named.Name, Named = position });
                break;
            case Tombstone.Kind when Tombstone.Read(entry) is { } erasure:
                if (_holders.Find(h => h.Named == erasure.Index) is { } unnamed)
                {
                    Replace(unnamed with { Name = "", Named = -1 });
                }

                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _holders.Clear();
        Community = "";
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartArray();
        json.WriteStringValue(Community);
        foreach (RoleHolder holder in _holders)
        {
            json.WriteStartArray();
            json.WriteStringValue(holder.Id);
            json.WriteNumberValue((int)holder.Role);
            json.WriteNumberValue(holder.Link);
            json.WriteNumberValue(holder.Expires.ToUnixTimeSeconds());
            json.WriteBooleanValue(holder.IsTaken);
            json.WriteBooleanValue(holder.IsLinkUsed);
            json.WriteBooleanValue(holder.IsRevoked);
            json.WriteStringValue(holder.Name);
            json.WriteNumberValue(holder.Named);
            json.WriteNumberValue(holder.Since?.ToUnixTimeMilliseconds() ?? -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public bool TryLoad(Stream stream)
    {
        Clear();
        using JsonDocument document = JsonDocument.Parse(stream);
        Community = document.RootElement[0].GetString()!;
        foreach (JsonElement h in document.RootElement.EnumerateArray().Skip(1))
        {
            _holders.Add(new RoleHolder(
                h[0].GetString()!, (Role)h[1].GetInt32(), h[2].GetInt32(),
                DateTimeOffset.FromUnixTimeSeconds(h[3].GetInt64()))
            {
                IsTaken = h[4].GetBoolean(),
                IsLinkUsed = h[5].GetBoolean(),
                IsRevoked = h[6].GetBoolean(),
                Name = h[7].GetString()!,
                Named = h[8].GetInt64(),
                Since = h[9].GetInt64() is >= 0 and long since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null,
            });
        }

        return true;
    }

    private void Replace(RoleHolder holder) => _holders[_holders.FindIndex(h => h.Id == holder.Id)] = holder;
}

/// <summary>Somebody who holds, held or was offered a role.</summary>
/// <param name="Id">"r" and a number, from 1.</param>
/// <param name="Role">Which role.</param>
/// <param name="Link">The number of the last link.</param>
/// <param name="Expires">When that link expires.</param>
public sealed record RoleHolder(string Id, Role Role, int Link, DateTimeOffset Expires)
{
    /// <summary>True where they have taken this role, or a higher one, and hold it still.</summary>
    public bool Allows(Role role) => IsTaken && !IsRevoked && Role >= role;

    /// <summary>True where they have come in by a link.</summary>
    public bool IsTaken { get; init; }

    /// <summary>When they first came in; null where they have not.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True where the last link was used.</summary>
    public bool IsLinkUsed { get; init; }

    /// <summary>True where the role was taken away.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>What the others call them; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The place in the log where the name was given; −1 where none is known.</summary>
    public long Named { get; init; } = -1;
}
