package dev.turnpike.app.channels;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.trial.ChannelTrial;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/// A line that proves the model map: a name that might be asked for, and what serves it.
final class TryName extends FlowPane {
    private static final double WRAP = 600;

    private final ChannelDraft draft;
    private final TextField asked = new TextField(ChannelTrial.ASKED);
    private final Label served = Words.label("", "mono");
    private final Label why = Words.label("", "small", "muted");

    TryName(ChannelDraft draft) {
        this.draft = draft;
        getStyleClass().add("try-name");
        setPrefWrapLength(WRAP);
        asked.setId("channel-try");
        asked.getStyleClass().addAll("mono", "try-field");
        asked.setAccessibleText(Text.of("channels.try"));
        served.setId("channel-try-served");
        why.setId("channel-try-why");
        Icon arrow = Icon.of("arrow-r", 12);
        arrow.getStyleClass().add("tone-subtle");
        getChildren().addAll(Words.fixed(Text.of("channels.try"), "muted"), asked, arrow, served, why);
        asked.textProperty().addListener(change -> tryIt());
        draft.onChange(change -> tryIt());
        tryIt();
    }

    private void tryIt() {
        TriedName tried = TriedName.of(draft, asked.getText());
        served.setText(tried.served());
        why.setText(tried.why());
        (tried.allowed() ? Tone.MUTED : Tone.DANGER).on(why);
    }
}
