namespace Matchmaking.Web.Commands;
internal static class LexiconDevelopment { public static Task ReportAsync(object a,object b,object c,object d,TextWriter o,CancellationToken t)=>Task.CompletedTask; }
