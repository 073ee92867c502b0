package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// What is new in a request since another one, which came before it in the same conversation.
///
/// Claude Code sends the whole conversation with each turn. What moves by itself counts as no change: the marks of
/// `cache_control`, a content of one text that is a block while it carries a mark and a string afterwards, and the
/// billing line before the system prompt. White space between tokens counts as nothing, the order of fields as
/// something: it is a part of what a model reads.
///
/// Requests of one session may belong to several conversations: a sub-agent, a title, a count of tokens each have their
/// own. Who asks says which request comes before which.
///
/// @param messages how many messages the request has
/// @param same how many messages at its beginning are those of the request before
/// @param brokenAt the number of the first message, from 0, of the request before that is not in its place any more;
/// empty where all of them are
/// @param fresh the numbers of the messages that are not in the request before, in ascending order
/// @param system the numbers of the blocks of the system prompt, from 0, that are others, were added or are gone
/// @param tools what changed about the tools: first those of the request, in their order, then those that are gone
public record Delta(
        int messages,
        int same,
        OptionalInt brokenAt,
        List<Integer> fresh,
        List<Integer> system,
        List<ToolChange> tools) {
    /// Nothing is known: it is no request with messages.
    public static final Delta NONE = new Delta(0, 0, OptionalInt.empty(), List.of(), List.of(), List.of());

    /// What became of a tool.
    ///
    /// @param name empty for one that has none
    /// @param deferred it is marked with `defer_loading`, and so no part of what Anthropic's prompt cache compares
    public record ToolChange(String name, Kind kind, boolean deferred) {
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED,
            /// It is the same and stands in another place among those that were there before.
            MOVED
        }
    }

    public Delta {
        fresh = List.copyOf(fresh);
        system = List.copyOf(system);
        tools = List.copyOf(tools);
    }

    /// From one body to the next; any bytes may be asked about.
    public static Delta between(byte[] previousBody, byte[] body) {
        return Fingerprint.of(body).since(Fingerprint.of(previousBody));
    }

    /// The request begins with all of the one before, so that a prompt cache can serve that.
    public boolean keepsPrefix() {
        return brokenAt.isEmpty() && system.isEmpty() && tools.stream().allMatch(ToolChange::deferred);
    }

    /// What of a request is needed to tell a [Delta], without its body: 64 bits for each message, block of the system
    /// prompt and tool, and the names of the tools.
    public static final class Fingerprint {
        /// Of no request.
        public static final Fingerprint NONE = new Fingerprint(new long[0], List.of(), new long[0]);

        private final long[] system;
        private final List<ToolPrint> tools;
        private final long[] messages;

        record ToolPrint(String name, boolean deferred, long print) {}

        Fingerprint(long[] system, List<ToolPrint> tools, long[] messages) {
            this.system = system;
            this.tools = List.copyOf(tools);
            this.messages = messages;
        }

        /// The fingerprint of a request's body; [#NONE] for bytes that are not JSON. Takes less than a millisecond for
        /// 400 kB.
        public static Fingerprint of(byte[] body) {
            try {
                return RequestOutline.of(body).fingerprint();
            } catch (InvalidJson _) {
                return NONE;
            }
        }

        /// That of a request which has these first messages, and others behind them.
        Fingerprint goingOn(int kept, long[] more) {
            long[] all = Arrays.copyOf(messages, kept + more.length);
            System.arraycopy(more, 0, all, kept, more.length);
            return new Fingerprint(system, tools, all);
        }

        /// How many messages the request has.
        public int messages() {
            return messages.length;
        }

        /// By which message it begins; 0 for none.
        long beginning() {
            return messages.length == 0 ? 0 : messages[0];
        }

        /// What is new; everything where nothing came before.
        public Delta since(Fingerprint previous) {
            if (messages.length == 0) {
                return Delta.NONE;
            }
            int same = PrintDifference.same(previous.messages, messages);
            return new Delta(
                    messages.length,
                    same,
                    same < previous.messages.length ? OptionalInt.of(same) : OptionalInt.empty(),
                    PrintDifference.fresh(previous.messages, messages, same),
                    PrintDifference.places(previous.system, system),
                    PrintDifference.tools(previous.tools, tools));
        }
    }
}
