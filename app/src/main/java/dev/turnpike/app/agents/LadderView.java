package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// Why Claude Code uses the values that it uses, for the folder that is chosen.
final class LadderView extends VBox {
    private static final int MOST = 12;

    private final DoctorModel model;
    private final LadderTable table = new LadderTable();
    private final MenuButton menu = new MenuButton("", Icon.of("folder", 14));

    LadderView(DoctorModel model) {
        this.model = model;
        getStyleClass().add("agent-section");
        menu.setId("agent-project");
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("plain-menu");
        menu.setAccessibleHelp(Text.of("agents.project.help"));
        getChildren()
                .addAll(
                        new SectionHeader(
                                Text.of("agents.ladder"),
                                Text.of("agents.ladder.hint"),
                                Words.fixed(Text.of("agents.project.in"), "small", "muted"),
                                menu),
                        table);
        model.rows().addListener((ListChangeListener<Object>) changed -> show());
        model.shellsProperty().addListener(changed -> show());
        model.projects().addListener((ListChangeListener<Object>) changed -> fill());
        model.projectProperty().addListener(changed -> fill());
        show();
        fill();
    }

    private void show() {
        table.show(model.rows(), shell());
        boolean known = !model.rows().isEmpty();
        setVisible(known);
        setManaged(known);
    }

    private String shell() {
        if (!model.shellsProperty().get()) {
            return Text.of("agents.ladder.shell.unread");
        }
        String name = model.examinationProperty()
                .get()
                .map(Examination::ladder)
                .map(Ladder::shell)
                .orElse("");
        return name.isEmpty() ? Text.of("agents.ladder.shell") : Text.of("agents.ladder.shell.named", name);
    }

    private void fill() {
        Optional<Path> chosen = model.projectProperty().get();
        menu.setText(model.named(chosen));
        menu.getItems().setAll(item(Optional.empty(), chosen));
        List<Path> known =
                model.projects().subList(0, Math.min(MOST, model.projects().size()));
        known.forEach(folder -> menu.getItems().add(item(Optional.of(folder), chosen)));
        if (chosen.isPresent() && !known.contains(chosen.get())) {
            menu.getItems().add(item(chosen, chosen));
        }
        MenuItem other = new MenuItem(Text.of("agents.project.choose"));
        other.setOnAction(event -> choose());
        menu.getItems().addAll(new SeparatorMenuItem(), other);
    }

    private MenuItem item(Optional<Path> folder, Optional<Path> chosen) {
        RadioMenuItem item = new RadioMenuItem(model.named(folder));
        item.setMnemonicParsing(false);
        item.setSelected(folder.equals(chosen));
        item.setOnAction(event -> model.choose(folder));
        return item;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("agents.project.choose.title"));
        model.projectProperty()
                .get()
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(folder -> model.choose(Optional.of(folder.toPath())));
    }
}
