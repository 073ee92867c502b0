package dev.turnpike.app.usage;

/// Of how much time usage is shown.
enum UsageRange {
    TODAY,
    WEEK,
    MONTH,
    ALL,
    CUSTOM
}
