using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Matchmaking.Core.Data;

/// <summary>
/// Stands for a save on a database server, in its transaction. When the answer to the commit is lost, the receipt tells whether the save
/// happened: repeated blindly it would meet its own rows and be told that somebody else was faster.
/// </summary>
public sealed class SaveReceipt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By this machine's clock; nothing but clearing away depends on it.</summary>
    public DateTime At { get; init; } = TimeProvider.System.GetUtcNow().UtcDateTime;
}

internal sealed class SaveReceiptMapping : IEntityTypeConfiguration<SaveReceipt>
{
    public void Configure(EntityTypeBuilder<SaveReceipt> builder)
    {
        builder.ToTable("SaveReceipts");
        builder.Property(receipt => receipt.Id).ValueGeneratedNever();
    }
}
