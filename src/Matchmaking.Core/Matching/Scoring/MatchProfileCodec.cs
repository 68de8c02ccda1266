using System.Buffers.Binary;
using System.Text;
using Matchmaking.Core.Common;
using Matchmaking.Core.Language;
using Matchmaking.Core.Language.Lexicon;
using Matchmaking.Core.Listings;

namespace Matchmaking.Core.Matching.Scoring;

/// <summary>A profile as bytes, the same in every engine. A change here asks for a new <see cref="Schema"/>, which makes the index be rebuilt.</summary>
public static class MatchProfileCodec
{
    /// <summary>Of these bytes and of the terms that the language layer makes.</summary>
    public const int Schema = 4;

    private const int IdBytes = 16;
    private const int Percent = 100;

    /// <summary>Bytes of a firm, and of a listing, beside its terms and its vector.</summary>
    private const int LikelyRest = 256;

    /// <summary>By their bits: firms choose among few, and share the list.</summary>
    private static readonly CooperationMode[][] ModesByBits =
    [
        .. Enumerable
            .Range(0, 1 << Enum.GetValues<CooperationMode>().Length)
            .Select(bits => Enum.GetValues<CooperationMode>().Where(mode => (bits & (1 << (int)mode)) != 0).ToArray()),
    ];

    public static byte[] Write(MatchProfile profile)
    {
        using var buffer = new MemoryStream(LikelySize(profile));
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

    /// <param name="bytes">Of <see cref="Write"/>; the profile refers to them, so that they are not to be changed.</param>
    public static MatchProfile Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ProfileBytes(bytes);
        return new MatchProfile
        {
            Country = (Country)reader.Byte(),
            Sector = reader.Text(),
            Region = reader.Text(),
            VerifiedUntil = reader.Int64() is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            Listings = Listings(ref reader),
        };
    }

    /// <summary>So that the buffer need not grow: of hundreds of thousands of profiles one after the other, that would be most of the memory asked for.</summary>
    private static int LikelySize(MatchProfile profile)
    {
        var size = LikelyRest;
        foreach (var listing in profile.Listings)
        {
            size += TermVector.Size(listing.Terms.Count) + (listing.Meaning?.Dimensions ?? 0) + LikelyRest;
        }

        return size;
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
        writer.Write7BitEncodedInt(listing.Terms.Count);
        writer.Write(listing.Terms.Bytes);
        var meaning = listing.Meaning is null ? [] : listing.Meaning.Bytes;
        writer.Write7BitEncodedInt(meaning.Length);
        writer.Write(meaning);
        writer.Write7BitEncodedInt(listing.Headings.Count);
        foreach (var heading in listing.Headings)
        {
            writer.Write(heading.Number);
            writer.Write((byte)MathF.Round(heading.Weight * Percent));
        }
    }

    private static MatchListing[] Listings(ref ProfileBytes reader)
    {
        var listings = new MatchListing[reader.Count()];
        for (var index = 0; index < listings.Length; index++)
        {
            listings[index] = Listing(ref reader);
        }

        return listings;
    }

    private static MatchListing Listing(ref ProfileBytes reader)
    {
        var id = ListingId.From(new Guid(reader.Take(IdBytes)));
        var kind = (ListingKind)reader.Byte();
        var codes = reader.Texts();
        var certificates = reader.Texts();
        var regions = reader.Texts();
        var modes = reader.Int32();
        var validUntil = reader.Int32();
        var changedOn = DateOnly.FromDayNumber(reader.Int32());
        var terms = TermVector.FromBytes(reader.Cut(TermVector.Size(reader.Count())));
        var meaning = reader.Cut(reader.Count());
        return new MatchListing
        {
            Id = id,
            Kind = kind,
            Terms = terms,
            Meaning = meaning.IsEmpty ? null : QuantizedVector.FromBytes(meaning),
            HsCodes = codes,
            Modes = ModesByBits[modes & (ModesByBits.Length - 1)],
            Certificates = certificates,
            Regions = regions,
            ValidUntil = validUntil < 0 ? null : DateOnly.FromDayNumber(validUntil),
            ChangedOn = changedOn,
            Headings = Headings(ref reader),
        };
    }

    private static LikelyHeading[] Headings(ref ProfileBytes reader)
    {
        var count = reader.Count();
        var headings = count == 0 ? [] : new LikelyHeading[count];
        for (var index = 0; index < count; index++)
        {
            headings[index] = new LikelyHeading(reader.UInt16(), (float)reader.Byte() / Percent);
        }

        return headings;
    }

    private static void WriteMany(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    /// <summary>Reads on from where it stands, as <see cref="BinaryWriter"/> writes; hundreds of profiles are read for one search.</summary>
    private ref struct ProfileBytes(ReadOnlyMemory<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> all = bytes.Span;
        private int place;

        public ReadOnlySpan<byte> Take(int count)
        {
            var taken = all.Slice(place, count);
            place += count;
            return taken;
        }

        /// <summary>What may be kept.</summary>
        public ReadOnlyMemory<byte> Cut(int count)
        {
            var cut = bytes.Slice(place, count);
            place += count;
            return cut;
        }

        public byte Byte() => Take(1)[0];

        public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

        public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

        public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

        /// <summary>Seven bits a byte, the lowest first.</summary>
        public int Count()
        {
            var (count, shift) = (0, 0);
            while (Byte() is var next)
            {
                count |= (next & 0x7F) << shift;
                if (next < 0x80)
                {
                    break;
                }

                shift += 7;
            }

            return count;
        }

        public string Text() => Encoding.UTF8.GetString(Take(Count()));

        public string[] Texts()
        {
            var count = Count();
            var texts = count == 0 ? [] : new string[count];
            for (var index = 0; index < count; index++)
            {
                texts[index] = Text();
            }

            return texts;
        }
    }
}
