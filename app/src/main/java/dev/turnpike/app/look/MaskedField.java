package dev.turnpike.app.look;

import atlantafx.base.controls.PasswordTextField;
import dev.turnpike.app.text.Text;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.util.Duration;

/// A field for a secret: it shows the masked one, takes a new one, and reveals either for ten seconds.
///
/// Typing replaces the secret; an empty field keeps it.
public final class MaskedField extends PasswordTextField {
    private static final Duration IN_SIGHT = Duration.seconds(10);

    private final PauseTransition sight = new PauseTransition(IN_SIGHT);
    private final Button eye = Buttons.icon(Text.of("look.reveal"), "eye", this::toggle);
    private Supplier<Optional<String>> secret;
    private String mask;

    /// A field with the mask of the secret that is kept, empty for none, and the way to read that secret.
    public MaskedField(String mask, Supplier<Optional<String>> secret) {
        this.mask = mask;
        this.secret = secret;
        getStyleClass().addAll("masked-field", "mono");
        setLeft(Icon.of("key", 14));
        eye.getStyleClass().add("field-button");
        eye.setFocusTraversable(true);
        setRight(eye);
        setPromptText(mask);
        sight.setOnFinished(_ -> hide());
    }

    /// A field for a secret that is not there yet.
    public MaskedField() {
        this("", Optional::empty);
    }

    /// What the user typed in place of the secret; empty to keep it.
    public ObservableValue<String> typedProperty() {
        return passwordProperty();
    }

    /// Shows another kept secret and forgets what was typed.
    public void keep(String newMask, Supplier<Optional<String>> newSecret) {
        hide();
        clear();
        mask = newMask;
        secret = newSecret;
        setPromptText(mask);
    }

    /// Whether the secret can be read now.
    public boolean isRevealed() {
        return getRevealPassword();
    }

    /// Masks the secret again.
    public void hide() {
        sight.stop();
        setRevealPassword(false);
        setPromptText(mask);
        Buttons.explain(eye, Text.of("look.reveal"));
    }

    private void toggle() {
        if (isRevealed()) {
            hide();
            return;
        }
        setRevealPassword(true);
        if (getPassword().isEmpty()) {
            setPromptText(secret.get().orElse(mask));
        }
        Buttons.explain(eye, Text.of("look.hide"));
        sight.playFromStart();
    }
}
