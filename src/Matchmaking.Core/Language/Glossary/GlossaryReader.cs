using System.Text;

namespace Matchmaking.Core.Language.Glossary;

/// <summary>Gathers the lines of all files into concepts. What cannot be used is noted, and the rest goes on.</summary>
internal sealed class GlossaryReader
{
    private const string Resources = "Matchmaking.Core.Language.Data.Glossary.";
    private const string Ending = ".tsv";
    private const string OtherSector = "other";

    /// <summary>Fewer lead from no language to another.</summary>
    private const int LeastLanguages = 2;

    private static readonly string[] Shipped =
    [
        .. typeof(GlossaryReader)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private readonly OrderedDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<GlossaryProblem> problems = [];

    public GlossaryReader ReadShipped()
    {
        foreach (var name in Shipped)
        {
            using var lines = new StreamReader(typeof(GlossaryReader).Assembly.GetManifestResourceStream(name)!);
            Read(name[Resources.Length..], lines);
        }

        return this;
    }

    public GlossaryReader ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new GlossaryProblem(folder, 0, "there is no such folder"));
            return this;
        }

        foreach (var path in Directory.EnumerateFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal))
        {
            try
            {
                using var lines = new StreamReader(
                    path,
                    new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
                );
                Read(Path.GetFileName(path), lines);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
            {
                problems.Add(new GlossaryProblem(Path.GetFileName(path), 0, exception.Message));
            }
        }

        return this;
    }

    public ConceptGlossary Build()
    {
        foreach (var entry in entries.Values)
        {
            foreach (var (link, file, line) in entry.Links.Where(item => !entries.ContainsKey(item.Link.Target)))
            {
                problems.Add(new GlossaryProblem(file, line, $"the link leads to '{link.Target}', which is no concept"));
            }

            entry.Links.RemoveAll(item => !entries.ContainsKey(item.Link.Target));
        }

        return new ConceptGlossary([.. entries.Select(entry => entry.Value.ToConcept(entry.Key))], problems);
    }

    private void Read(string file, StreamReader lines)
    {
        for (var number = 1; lines.ReadLine() is { } text; number++)
        {
            if (text.Length == 0)
            {
                continue;
            }

            var line = GlossaryLine.Parse(text, out var problem);
            if (line is not null)
            {
                problem = Add(line, file, number);
            }

            if (problem.Length > 0)
            {
                problems.Add(new GlossaryProblem(file, number, problem));
            }
        }
    }

    private string Add(GlossaryLine line, string file, int number)
    {
        if (Array.Exists(line.Links, link => link.Target == line.Id))
        {
            return "the concept links to itself";
        }

        if (!entries.TryGetValue(line.Id, out var entry))
        {
            if (line.Languages < LeastLanguages)
            {
                return $"'{line.Id}' is new and needs terms in {LeastLanguages} languages";
            }

            if (line.Sector.Length > 0 && !IsSector(line.Sector))
            {
                return $"'{line.Sector}' is no sector";
            }

            var sector = line.Sector.Length > 0 ? line.Sector : file[..^Ending.Length];
            entry = new Entry(IsSector(sector) ? sector : OtherSector);
            entries.Add(line.Id, entry);
        }

        entry.Add(line, file, number);
        return string.Empty;
    }

    private static bool IsSector(string name) => Array.IndexOf(Shipped, Resources + name + Ending) >= 0;

    private sealed class Entry(string sector)
    {
        private readonly List<ConceptTerm> zh = [];
        private readonly List<ConceptTerm> ko = [];
        private readonly List<ConceptTerm> en = [];
        private readonly List<string> codes = [];

        public List<PlacedLink> Links { get; } = [];

        public void Add(GlossaryLine line, string file, int number)
        {
            AddNew(zh, line.Zh, (known, term) => known.Text == term.Text);
            AddNew(ko, line.Ko, (known, term) => known.Text == term.Text);
            AddNew(en, line.En, (known, term) => known.Text == term.Text);
            AddNew(codes, line.HsCodes, (known, code) => known == code);
            AddNew(
                Links,
                Array.ConvertAll(line.Links, link => new PlacedLink(link, file, number)),
                (known, added) => known.Link == added.Link
            );
        }

        public Concept ToConcept(string id) => new(id, sector, zh, ko, en, codes, Links.ConvertAll(item => item.Link));

        private static void AddNew<T>(List<T> list, T[] added, Func<T, T, bool> isSame)
        {
            foreach (var item in added)
            {
                if (!list.Exists(known => isSame(known, item)))
                {
                    list.Add(item);
                }
            }
        }
    }

    private sealed record PlacedLink(ConceptLink Link, string File, int Line);
}
