using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>What SQL Server alone refuses, some of it only at the first row.</summary>
public sealed class KeyTests
{
    [Fact]
    public void Every_key_and_index_fits_into_what_sql_server_takes()
    {
        using var db = SqlServerScript.Context();

        Assert.Empty(KeySizes.TooLong(db));
    }

    [Fact]
    public void Every_deletion_reaches_a_table_on_one_way_only()
    {
        using var db = SqlServerScript.Context();

        Assert.Empty(CascadePaths.Ambiguous(db));
    }

    [Fact]
    public void Keys_and_indexes_that_do_not_fit_are_named()
    {
        using var db = new Offender(new DbContextOptionsBuilder<Offender>().UseSqlServer().Options);

        Assert.Equal(["Wide.PK_Wide: up to 902 bytes, 900 fit", "Wide.IX_Wide_Text: up to 1702 bytes, 1700 fit"], KeySizes.TooLong(db));
    }

    [Fact]
    public void Deletions_that_reach_a_table_on_two_ways_are_named()
    {
        using var db = new Offender(new DbContextOptionsBuilder<Offender>().UseSqlServer().Options);

        Assert.Equal(["Wide > Meeting; Wide > Meeting"], CascadePaths.Ambiguous(db));
    }

    private sealed class Offender(DbContextOptions<Offender> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Wide>(wide =>
            {
                wide.HasKey(row => row.Name);
                wide.Property(row => row.Name).HasMaxLength(451);
                wide.Property(row => row.Text).HasMaxLength(851);
                wide.HasIndex(row => row.Text);
            });
            modelBuilder.Entity<Meeting>(meeting =>
            {
                meeting.HasOne<Wide>().WithMany().HasForeignKey(row => row.First);
                meeting.HasOne<Wide>().WithMany().HasForeignKey(row => row.Second);
            });
        }
    }

    private sealed record Wide(string Name, string Text);

    private sealed record Meeting(int Id, string First, string Second);
}
