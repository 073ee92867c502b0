package dev.turnpike.app.inspector;

import dev.turnpike.app.look.KeyValues;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// That a body passed as it came, and what of the rest was replaced.
final class SameView extends VBox {
    private SameView(String sentence, KeyValues values) {
        getStyleClass().add("same");
        HBox line = new HBox(Shape.of(Mark.CLEAR), Words.wrapped(sentence, "strong"));
        line.getStyleClass().add("same-line");
        getChildren().addAll(line, values);
    }

    static SameView request(Crossing.Same same) {
        RecordedAttempt attempt = same.attempt();
        String channel = ModelNames.channel(attempt.channel(), attempt.reason());
        KeyValues values = new KeyValues();
        if (same.isForAnotherModel()) {
            values.addMono(
                    Text.of("traffic.translation.same.model"),
                    Text.of("traffic.translation.same.models", same.asked(), same.served()));
        }
        attempt.uri().ifPresent(uri -> values.addMono(Text.of("traffic.translation.same.uri"), uri));
        values.add(
                Text.of("traffic.translation.same.credential"),
                attempt.callersOwn()
                        ? Text.of("traffic.translation.same.own")
                        : Text.of("traffic.translation.same.key", channel));
        values.add(Text.of("traffic.translation.same.headers"), Words.wrapped(Text.of("traffic.translation.same.hop")));
        String sentence =
                same.isForAnotherModel() ? "traffic.translation.same.but" : "traffic.translation.same.sentence";
        return new SameView(Text.of(sentence), values);
    }

    static SameView reply(Crossing.Same same) {
        KeyValues values = new KeyValues();
        if (same.attempt().status() > 0) {
            values.addMono(
                    Text.of("traffic.translation.same.status"),
                    Integer.toString(same.attempt().status()));
        }
        values.add(
                Text.of("traffic.translation.same.headers"),
                Words.wrapped(Text.of("traffic.translation.same.relayed")));
        return new SameView(Text.of("traffic.translation.same.reply"), values);
    }
}
