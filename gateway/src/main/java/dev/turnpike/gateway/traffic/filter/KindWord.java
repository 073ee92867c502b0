package dev.turnpike.gateway.traffic.filter;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What may stand behind `kind:`.
public enum KindWord {
    /// The conversation itself: what the user says, and what tools answer.
    MAIN("the conversation itself"),
    USER("the user said something"),
    TOOL("tools answered"),
    SUB_AGENT("a sub-agent"),
    SUB_AGENT_START("a sub-agent begins"),
    BACKGROUND("what the agent asks on its own account"),
    TITLE("the title of a session"),
    SUMMARY("a summary of the conversation"),
    SEARCH("a search that a server runs"),
    PROBE("to see whether a model answers"),
    COUNT("a count of tokens"),
    OTHER("any other program than Claude Code");

    private final String description;

    KindWord(String description) {
        this.description = description;
    }

    /// As it is written: `sub-agent`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    /// The kinds that it stands for; none where it goes by the [#subject].
    public List<RowKind> kinds() {
        return switch (this) {
            case MAIN -> List.of(RowKind.USER_TURN, RowKind.TOOL_CONTINUATION);
            case USER -> List.of(RowKind.USER_TURN);
            case TOOL -> List.of(RowKind.TOOL_CONTINUATION);
            case SUB_AGENT -> List.of(RowKind.SUB_AGENT_START, RowKind.SUB_AGENT_CONTINUATION);
            case SUB_AGENT_START -> List.of(RowKind.SUB_AGENT_START);
            case BACKGROUND -> List.of(RowKind.BACKGROUND);
            case COUNT -> List.of(RowKind.COUNT_TOKENS);
            case OTHER -> List.of(RowKind.OTHER_CLIENT);
            case TITLE, SUMMARY, SEARCH, PROBE -> List.of();
        };
    }

    /// What an exchange of this kind is about; empty where it goes by the [#kinds].
    public Optional<Class<? extends Subject>> subject() {
        return switch (this) {
            case TITLE -> Optional.of(Subject.Title.class);
            case SUMMARY -> Optional.of(Subject.Summary.class);
            case SEARCH -> Optional.of(Subject.WebSearch.class);
            case PROBE -> Optional.of(Subject.Probe.class);
            case MAIN, USER, TOOL, SUB_AGENT, SUB_AGENT_START, BACKGROUND, COUNT, OTHER -> Optional.empty();
        };
    }

    boolean fits(ExchangeSummary summary) {
        return subject()
                .map(type -> type.isInstance(summary.subject()))
                .orElseGet(() -> kinds().contains(summary.kind()));
    }

    static Optional<KindWord> of(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static Stream<String> words() {
        return Stream.of(values()).map(KindWord::word);
    }
}
