package dev.turnpike.app.channels;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ModelRule;
import dev.turnpike.gateway.channel.ServedModel;
import java.util.Optional;

/// What becomes of a name that is asked for.
///
/// @param served empty while no name is tried
/// @param why which row decided
/// @param allowed the channel serves it
record TriedName(String served, String why, boolean allowed) {
    static TriedName of(ChannelDraft draft, String asked) {
        if (asked.isBlank()) {
            return new TriedName("", "", true);
        }
        ServedModel model = draft.modelMap().resolve(asked);
        Optional<Channel> channel = draft.channel();
        boolean allowed = channel.isEmpty() || channel.get().allows(asked, model.name());
        String why = allowed ? why(draft, model) : Text.of("channels.try.not-allowed");
        return new TriedName(model.name(), why, allowed);
    }

    private static String why(ChannelDraft draft, ServedModel model) {
        if (model.rule().isEmpty()) {
            return Text.of("channels.try.unchanged");
        }
        ModelRule rule = model.rule().get();
        if (rule.reach() == ModelRule.Reach.REST) {
            return Text.of("channels.try.rest");
        }
        int row = draft.models().stream().map(ModelRow::asked).toList().indexOf(rule.pattern());
        return Text.of("channels.try.row", row + 1, rule.pattern());
    }
}
