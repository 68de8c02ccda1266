using System.Runtime.InteropServices;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A profile as bytes, the same in every engine. A change here asks for a new <see cref="Schema"/>, which makes the index be rebuilt.</summary>
public static class MatchProfileCodec
{
    /// <summary>Of these bytes and of the terms that the language layer makes.</summary>
    public const int Schema = 2;

    public static byte[] Write(MatchProfile profile)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write((byte)profile.Country);
        writer.Write(profile.Sector);
        writer.Write(profile.Region);
        writer.Write(profile.VerifiedUntil?.Ticks ?? 0);
        writer.Write7BitEncodedInt(profile.Listings.Count);
        foreach (var listing in profile.Listings)
        {
            Write(writer, listing);
        }

        writer.Flush();
        return buffer.ToArray();
    }

    public static MatchProfile Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        return new MatchProfile
        {
            Country = (Country)reader.ReadByte(),
            Sector = reader.ReadString(),
            Region = reader.ReadString(),
            VerifiedUntil = reader.ReadInt64() is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            Listings = ReadMany(reader, ReadListing),
        };
    }

    private static void Write(BinaryWriter writer, MatchListing listing)
    {
        writer.Write(listing.Id.Value.ToByteArray());
        writer.Write((byte)listing.Kind);
        WriteMany(writer, listing.HsCodes);
        WriteMany(writer, listing.Certificates);
        WriteMany(writer, listing.Regions);
        writer.Write(listing.Modes.Aggregate(0, (bits, mode) => bits | (1 << (int)mode)));
        writer.Write(listing.ValidUntil?.DayNumber ?? -1);
        writer.Write(listing.ChangedOn.DayNumber);
        writer.Write7BitEncodedInt(listing.Terms.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(listing.Terms.Keys.AsSpan()));
        writer.Write(listing.Terms.Percents);
        var meaning = listing.Meaning?.ToBytes() ?? [];
        writer.Write7BitEncodedInt(meaning.Length);
        writer.Write(meaning);
    }

    private static MatchListing ReadListing(BinaryReader reader)
    {
        var id = ListingId.From(new Guid(reader.ReadBytes(16)));
        var kind = (ListingKind)reader.ReadByte();
        var codes = ReadMany(reader, static source => source.ReadString());
        var certificates = ReadMany(reader, static source => source.ReadString());
        var regions = ReadMany(reader, static source => source.ReadString());
        var modes = reader.ReadInt32();
        var validUntil = reader.ReadInt32();
        var changedOn = DateOnly.FromDayNumber(reader.ReadInt32());
        var keys = new uint[reader.Read7BitEncodedInt()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        var percents = reader.ReadBytes(keys.Length);
        var meaning = reader.ReadBytes(reader.Read7BitEncodedInt());
        return new MatchListing
        {
            Id = id,
            Kind = kind,
            Terms = new TermVector(keys, percents),
            Meaning = meaning.Length == 0 ? null : QuantizedVector.FromBytes(meaning),
            HsCodes = codes,
            Modes = modes == 0 ? [] : [.. Enum.GetValues<CooperationMode>().Where(mode => (modes & (1 << (int)mode)) != 0)],
            Certificates = certificates,
            Regions = regions,
            ValidUntil = validUntil < 0 ? null : DateOnly.FromDayNumber(validUntil),
            ChangedOn = changedOn,
        };
    }

    private static void WriteMany(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        var items = count == 0 ? [] : new T[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = read(reader);
        }

        return items;
    }
}
