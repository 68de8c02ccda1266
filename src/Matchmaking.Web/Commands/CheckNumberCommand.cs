using System.CommandLine;
using Matchmaking.Core.Common;
using Matchmaking.Core.Companies;

namespace Matchmaking.Web.Commands;

/// <summary><c>check-number CN|KR NUMBER</c></summary>
internal static class CheckNumberCommand
{
    public static Command Create()
    {
        var country = new Argument<Country>("country") { Description = "CN or KR" };
        var number = new Argument<string[]>("number")
        {
            Description = "Spaces, hyphens and full-width characters are accepted",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("check-number", "Is this registration number well formed? Prints it normalised, or the reason why not.")
        {
            country,
            number,
        };
        command.SetAction(parsed =>
        {
            var checkedNumber = RegistrationNumber.Parse(parsed.GetValue(country), string.Concat(parsed.GetValue(number)!));
            var output = parsed.InvocationConfiguration.Output;
            if (checkedNumber.Succeeded)
            {
                output.WriteLine(checkedNumber.Value.Value);
                return ExitCode.Done;
            }

            output.WriteLine(checkedNumber.Errors[0].Code["registration-number.".Length..]);
            return ExitCode.No;
        });
        return command;
    }
}
