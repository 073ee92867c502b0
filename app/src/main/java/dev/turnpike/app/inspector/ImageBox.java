package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.anthropic.MediaSource;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// An image of a message, decoded in the background: small until it is clicked, never wider than the pane.
final class ImageBox extends VBox {
    private static final double HIGHEST = 320;
    /// More pixels than a screen has are not kept.
    private static final int LONGEST_SIDE = 2_400;

    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private final Label caption = Words.wrapped("", "small", "muted");
    private double natural;
    private double high;
    private boolean whole;

    /// One at a time: each may need as many bytes as it has colours, whatever it takes in the message.
    private static final Semaphore DECODING = new Semaphore(1);

    /// A decoded image, or why there is none.
    private record Drawn(Optional<Image> image, ImageSize size, String words) {}

    ImageBox(MediaSource source, WorkRunner work) {
        getStyleClass().add("image-box");
        setMinWidth(0);
        caption.setText(Text.of("traffic.talk.image", source.mediaType()));
        frame.getStyleClass().add("image-frame");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        getChildren().add(caption);
        widthProperty().subscribe(this::fit);
        work.run(
                () -> draw(source),
                this::show,
                _ -> caption.setText(EmbeddedImage.broken(source).sentence()));
    }

    private static Drawn draw(MediaSource source) {
        return switch (EmbeddedImage.of(source)) {
            case EmbeddedImage.Not(String sentence) -> new Drawn(Optional.empty(), new ImageSize(0, 0), sentence);
            case EmbeddedImage.Ready(byte[] bytes, ImageSize size, String words) -> {
                DECODING.acquireUninterruptibly();
                try {
                    yield decoded(source, bytes, size, words);
                } finally {
                    DECODING.release();
                }
            }
        };
    }

    private static Drawn decoded(MediaSource source, byte[] bytes, ImageSize size, String words) {
        boolean huge = Math.max(size.width(), size.height()) > LONGEST_SIDE;
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Image image = huge ? new Image(in, LONGEST_SIDE, LONGEST_SIDE, true, true) : new Image(in);
        return image.isError()
                ? new Drawn(Optional.empty(), size, EmbeddedImage.broken(source).sentence())
                : new Drawn(Optional.of(image), size, words);
    }

    private void show(Drawn drawn) {
        caption.setText(drawn.words());
        drawn.image().ifPresent(image -> {
            natural = drawn.size().width();
            high = drawn.size().height();
            picture.setImage(image);
            frame.setAccessibleRole(AccessibleRole.BUTTON);
            frame.setAccessibleText(drawn.words());
            frame.setFocusTraversable(true);
            frame.setOnMouseClicked(_ -> turn());
            frame.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    turn();
                    event.consume();
                }
            });
            getChildren().addFirst(frame);
            fit();
        });
    }

    /// As large as there is room for, or small again.
    private void turn() {
        whole = !whole;
        fit();
    }

    private void fit() {
        if (natural > 0 && getWidth() > 0) {
            double room = Math.min(1, Math.max(1, getWidth() - 2) / natural);
            double scale = whole ? room : Math.min(room, HIGHEST / high);
            picture.setFitWidth(Math.max(1, Math.floor(natural * scale)));
        }
    }
}
