package dev.turnpike.gateway.routing;

import static dev.turnpike.gateway.channel.Channels.channel;
import static dev.turnpike.gateway.channel.Channels.disabled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.ModelMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelCatalogTest {
    private static final ChannelBook BOOK = new ChannelBook(
            List.of(channel("deep", Map.of("opus", "ds"), "ds*"), disabled("x"), channel("local", Map.of("*", "o/g"))));
    private static final ModelCatalog CATALOG = ModelCatalog.of(
            BOOK,
            Map.of(
                    new ChannelId("deep"), List.of("ds", "ds-2", "other"),
                    new ChannelId("x"), List.of("hidden"),
                    new ChannelId("local"), List.of("ds")));

    @Test
    void showsEachIdOnceAndAnAliasForEachChannel() {
        assertThat(CATALOG.cards())
                .containsExactly(
                        new ModelCard("claude-tp-opus", "Opus → ds"),
                        new ModelCard("ds", "ds"),
                        new ModelCard("ds-2", "ds-2"),
                        new ModelCard("o/g", "o/g"),
                        new ModelCard("claude-tp/deep/ds", "ds (DEEP)"),
                        new ModelCard("claude-tp/deep/ds-2", "ds-2 (DEEP)"),
                        new ModelCard("claude-tp/local/o/g", "o/g (LOCAL)"),
                        new ModelCard("claude-tp/local/ds", "ds (LOCAL)"));
    }

    @Test
    void showsTheTiersOfTheChannelThatIsAskedFirstAlone() {
        ChannelBook book = new ChannelBook(
                List.of(disabled("x"), channel("vendor", Map.of()), channel("local", Map.of("*", "o/g"))));

        assertThat(ModelCatalog.of(book, Map.of()).cards())
                .extracting(ModelCard::id)
                .containsExactly("o/g", "claude-tp/local/o/g");
    }

    @Test
    void findsIdsWithSlashes() {
        assertThat(CATALOG.find("o/g[1m]")).contains(new ModelCard("o/g", "o/g"));
        assertThat(CATALOG.find("claude-tp/local/o/g")).isPresent();
        assertThat(CATALOG.find("other")).isEmpty();
    }

    @Test
    void showsTheNamesOfAWholeNameMapAlone() {
        ModelMap map = ModelMap.ofWholeNames(Map.of("claude-opus", "big"), Optional.of("default"), false);
        ChannelBook book = new ChannelBook(List.of(channel("upstream", map, true, List.of())));
        assertThat(ModelCatalog.of(book, Map.of(new ChannelId("upstream"), List.of("listed")))
                        .cards())
                .extracting(ModelCard::id)
                .containsExactly("claude-opus", "default");
    }
}
