using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Matchmaking.Search.Lucene;

/// <summary>A term counts what the query says it counts, once, wherever it stands: the same sum in every engine.</summary>
internal sealed class WeightSimilarity : Similarity
{
    public override long ComputeNorm(FieldInvertState state) => 1;

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        new Weight(queryBoost);

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new Scorer(((Weight)weight).Value);

    private sealed class Weight(float boost) : SimWeight
    {
        private float topLevel = 1;

        public float Value => boost * topLevel;

        public override float GetValueForNormalization() => boost * boost;

        public override void Normalize(float queryNorm, float topLevelBoost) => topLevel = topLevelBoost;
    }

    private sealed class Scorer(float value) : SimScorer
    {
        public override float Score(int doc, float freq) => value;

        public override float ComputeSlopFactor(int distance) => 1;

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
