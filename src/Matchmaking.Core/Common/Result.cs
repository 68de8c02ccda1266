namespace Matchmaking.Core.Common;

/// <summary>Success, or the errors that stood in its way.</summary>
public class Result
{
    public static readonly Result Success = new([]);

    protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    public IReadOnlyList<Error> Errors { get; }

    public bool Succeeded => Errors.Count == 0;

    public static Result Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new Result(errors) : throw new ArgumentException("A failure names at least one error.", nameof(errors));

    public static Result From(IReadOnlyList<Error> errors) => errors.Count == 0 ? Success : new Result(errors);

    public static implicit operator Result(Error error) => new([error]);
}

/// <summary>A value, or the errors that stood in its way.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Error> errors)
        : base(errors) => this.value = value;

    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Errors[0].Code}.");

    public static new Result<T> Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0
            ? new Result<T>(default, errors)
            : throw new ArgumentException("A failure names at least one error.", nameof(errors));

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);
}
