package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Sheets;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What the nodes of one conversation share.
///
/// @param agents by the ids of calls, the exchanges of the sub-agents that they started, as far as that is known
/// @param select shows another exchange
record Talk(
        WorkRunner work,
        Sheets sheets,
        ReadOnlyObjectProperty<Map<String, ExchangeRow>> agents,
        Consumer<ExchangeRow> select) {}
