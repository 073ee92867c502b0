package dev.turnpike.gateway.trial;

/// One of the four things that a channel is tried for, in order.
public enum TrialStep {
    /// A connection stands, TLS included.
    REACH,
    /// The upstream accepts the credential.
    KEY,
    /// The upstream lists its models. Many do not, which is no failure.
    MODELS,
    /// A short question gets a streamed answer.
    STREAM
}
