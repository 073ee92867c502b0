package dev.turnpike.app.settings;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.app.look.RoomBar;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Room;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The room of settings: a list of sections, and all of them on one page.
public final class SettingsRoom implements Room {
    private final HostedGateway gateway;
    private final PreferencesStore preferences;
    private final GeneralModel general;
    private final LoginModel login;
    private final GatewayModel listening;
    private final AboutSection about;
    private final SearchField search = new SearchField();
    private @Nullable BorderPane view;
    private @Nullable Subscription news;
    private @Nullable Subscription edits;
    private @Nullable AutoCloseable choices;

    /// @param parts what it is made of
    public SettingsRoom(SettingsParts parts) {
        this.gateway = parts.gateway();
        this.preferences = parts.preferences();
        this.general = new GeneralModel(parts.preferences());
        this.login = new LoginModel(parts.login(), parts.work());
        this.listening = new GatewayModel(
                parts.editor(), parts.gateway(), parts.work(), parts.toasts(), parts.freshKeys(), PortLook::at);
        this.about = new AboutSection(parts);
    }

    /// What can be done here from anywhere.
    public List<Command> commands() {
        return Stream.concat(
                        Stream.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.SYSTEM)
                                .map(this::theme),
                        Stream.of(about.command()))
                .toList();
    }

    private Command theme(ThemeChoice choice) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        return Command.of(
                        "theme." + name,
                        Text.of("settings.command." + name),
                        () -> preferences.change(now -> now.withTheme(choice)))
                .drawn("eye")
                .when(() -> preferences.current().theme() != choice);
    }

    @Override
    public RoomName name() {
        return RoomName.SETTINGS;
    }

    @Override
    public Parent view() {
        if (view == null) {
            SettingsPage page = new SettingsPage(List.of(
                    new GeneralSection(general, login).build(), new GatewaySection(listening).build(), about.build()));
            search.textProperty().addListener((observed, before, now) -> page.find(now));
            page.onClear(search::clear);
            view = new BorderPane(page);
            view.setTop(new RoomBar(RoomName.SETTINGS.title(), Text.of("settings.sentence"), search));
            view.getStyleClass().add("settings-room");
            view.getStylesheets()
                    .add(Objects.requireNonNull(SettingsRoom.class.getResource("settings.css"))
                            .toExternalForm());
        }
        return view;
    }

    @Override
    public void shown() {
        hidden();
        refresh();
        login.refresh();
        news = gateway.onStatus(status -> FxThread.run(this::refresh));
        edits = gateway.onConfiguration(changed -> FxThread.run(this::refresh));
        choices = preferences.onChange(changed -> FxThread.run(general::refresh));
    }

    private void refresh() {
        general.refresh();
        listening.refresh();
    }

    @Override
    public void hidden() {
        if (news != null) {
            news.close();
        }
        if (edits != null) {
            edits.close();
        }
        if (choices != null) {
            close(choices);
        }
    }

    private static void close(AutoCloseable listener) {
        try {
            listener.close();
        } catch (Exception e) {
            throw new IllegalStateException("a listener only leaves a list", e);
        }
    }

    @Override
    public void find() {
        search.requestFocus();
        search.selectAll();
    }
}
