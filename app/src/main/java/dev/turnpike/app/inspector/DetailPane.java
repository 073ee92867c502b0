package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One exchange: its head, and its parts in tabs.
final class DetailPane extends StackPane {
    private final DetailHead head;
    private final ContextBar context = new ContextBar(this::reveal);
    private final ConversationView conversation;
    private final RequestView request;
    private final ResponseView response;
    private final TranslationView translation;
    private final TimingView timing;
    private final TabPane tabs = new TabPane();
    private final BorderPane content;
    private Subscription watching = Subscription.EMPTY;
    private final Label none = Words.label(Text.of("traffic.detail.none"), "muted");

    DetailPane(DetailModel model, ExchangeMenu menu, ExchangeActs acts, Runnable backToList) {
        getStyleClass().add("detail-pane");
        head = new DetailHead(model, acts);
        conversation = new ConversationView(acts.model(), model, acts.parts());
        request = new RequestView(model.work());
        response = new ResponseView(acts.parts());
        translation = new TranslationView(model.work());
        timing = new TimingView(model.work());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        new Tab(Text.of("traffic.tab.conversation"), conversation.node()),
                        new Tab(Text.of("traffic.tab.request"), request),
                        new Tab(Text.of("traffic.tab.response"), response),
                        translation.tab(),
                        new Tab(Text.of("traffic.tab.timing"), timing));
        VBox top = new VBox(head, context);
        top.getStyleClass().add("detail-head");
        ActionBar actions = new ActionBar(menu, acts);
        model.rowProperty().subscribe(row -> watch(actions, row));
        content = new BorderPane(tabs, top, null, actions, null);
        content.setMinWidth(0);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                backToList.run();
                event.consume();
            } else if (event.getCode() == KeyCode.OPEN_BRACKET || event.getCode() == KeyCode.CLOSE_BRACKET) {
                turn(event.getCode() == KeyCode.OPEN_BRACKET ? -1 : 1);
                event.consume();
            }
        });
        model.detailProperty().subscribe(this::show);
        model.rowProperty().subscribe(() -> tellNothing(model));
        model.troubleProperty().subscribe(() -> tellNothing(model));
        tabs.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(() -> show(model.detailProperty().get()));
    }

    private void show(@Nullable Detail detail) {
        if (detail == null) {
            if (getChildren().isEmpty() || !getChildren().contains(none)) {
                getChildren().setAll(none);
            }
            return;
        }
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        head.show(detail.exchange());
        context.show(detail.exchange());
        int tab = tabs.getSelectionModel().getSelectedIndex();
        // out of sight, too: its title says how many adjustments there are
        translation.show(detail.exchange(), tab == 3);
        switch (tab) {
            case 0 -> conversation.show(detail);
            case 1 -> request.show(detail.exchange());
            case 2 -> response.show(detail);
            case 3 -> {}
            default -> timing.show(detail.exchange());
        }
    }

    /// Shows whether the selected one is pinned, as that changes.
    private void watch(ActionBar actions, @Nullable ExchangeRow row) {
        watching.unsubscribe();
        watching = row == null
                ? Subscription.EMPTY
                : row.pinnedProperty()
                        .subscribe(() -> actions.show(row))
                        .and(row.summaryProperty().subscribe(() -> actions.show(row)));
        if (row != null) {
            actions.show(row);
        }
    }

    private void tellNothing(DetailModel model) {
        String trouble = model.troubleProperty().get();
        none.setText(trouble.isEmpty() ? Text.of("traffic.detail.none") : trouble);
        none.setVisible(model.rowProperty().get() == null || !trouble.isEmpty());
    }

    /// Shows a part of the request in the conversation.
    private void reveal(ContextPart part) {
        tabs.getSelectionModel().select(0);
        conversation.reveal(part);
    }

    /// Puts the focus into the tabs.
    void enter() {
        if (getChildren().contains(content)) {
            tabs.requestFocus();
        }
    }

    /// Shows the next tab, the one before with -1.
    void turn(int step) {
        int count = tabs.getTabs().size();
        int next = (tabs.getSelectionModel().getSelectedIndex() + step + count) % count;
        tabs.getSelectionModel().select(next);
    }

    TabPane tabs() {
        return tabs;
    }

    TranslationView translation() {
        return translation;
    }

    ConversationView conversation() {
        return conversation;
    }
}
