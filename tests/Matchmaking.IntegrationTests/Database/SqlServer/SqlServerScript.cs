using Matchmaking.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Matchmaking.IntegrationTests.Database.SqlServer;

/// <summary>The script that brings any SQL Server database to the present schema, and its check without a server.</summary>
internal static class SqlServerScript
{
    public static SqlServerAppDbContext Context() => new(new DbContextOptionsBuilder<SqlServerAppDbContext>().UseSqlServer().Options);

    public static string Generate()
    {
        using var db = Context();
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    /// <summary>What is wrong with the script: its grammar first, then whether everything it names is there.</summary>
    public static IReadOnlyList<string> Faults(string script)
    {
        var statements = new Definitions();
        statements.Read(script);
        if (statements.Faults.Count > 0)
        {
            return statements.Faults;
        }

        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = SqlServerAppDbContext.Collation });
        foreach (var statement in statements.Found)
        {
            model.AddObjects(statement);
        }

        return [.. model.Validate().Select(message => message.Message)];
    }

    /// <summary>
    /// Collects the statements that define something. The model takes them one by one and not the script as a whole; definitions
    /// that need other settings stand in the script as texts to be executed, and are read as well.
    /// </summary>
    private sealed class Definitions : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        public List<string> Found { get; } = [];

        public void Read(string script)
        {
            using var reader = new StringReader(script);
            var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
            Faults.AddRange(errors.Select(error => $"line {error.Line}: {error.Message}"));
            tree.Accept(this);
        }

        public override void Visit(CreateTableStatement node) => Add(node);

        public override void Visit(AlterTableStatement node) => Add(node);

        public override void Visit(CreateIndexStatement node) => Add(node);

        public override void Visit(ExecuteStatement node)
        {
            if (node.ExecuteSpecification.ExecutableEntity is ExecutableStringList { Strings: [StringLiteral text] })
            {
                Read(text.Value);
            }
        }

        private void Add(TSqlStatement statement) =>
            Found.Add(
                string.Concat(
                    statement
                        .ScriptTokenStream.Skip(statement.FirstTokenIndex)
                        .Take(statement.LastTokenIndex - statement.FirstTokenIndex + 1)
                        .Select(token => token.Text)
                )
            );
    }
}
