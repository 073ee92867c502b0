package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.WebAddress;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Text;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;

/// Shows where a link leads before it is opened: its words may say something else.
final class LinkSheet {
    private static final double WIDTH = 480;

    private LinkSheet() {}

    static void ask(WebAddress address, InspectorParts parts) {
        ScrollPane whole = new ScrollPane(Words.wrapped(address.text(), "mono", "link-address"));
        whole.setFitToWidth(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        whole.getStyleClass().add("link-box");
        whole.getStylesheets()
                .add(Objects.requireNonNull(LinkSheet.class.getResource("traffic.css"))
                        .toExternalForm());
        SheetBox box =
                new SheetBox(WIDTH, Text.of("traffic.link.title"), Text.of("traffic.link.host", address.host()), whole);
        Button open = Buttons.large(Buttons.filled(Text.of("traffic.link.open"), () -> {
            parts.sheets().close();
            open(address, parts);
        }));
        box.foot(
                CopyButton.of(address::text),
                Buttons.large(Buttons.outlined(Text.of("traffic.link.cancel"), parts.sheets()::close)),
                open);
        parts.sheets().show(box, () -> {});
    }

    private static void open(WebAddress address, InspectorParts parts) {
        parts.work()
                .run(
                        () -> {
                            parts.links().open(address.uri());
                            return address;
                        },
                        _ -> {},
                        _ -> parts.toasts().show(Toast.failure(Text.of("traffic.link.failed", address.host()))));
    }
}
