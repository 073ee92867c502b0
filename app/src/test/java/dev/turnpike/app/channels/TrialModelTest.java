package dev.turnpike.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrialModelTest {
    /// Work that breaks instead of being done.
    private static final class BrokenWork implements WorkRunner {
        private Runnable breaking = () -> {};

        @Override
        public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
            breaking = () -> failed.accept(new NullPointerException());
        }

        @Override
        public void later(Runnable task) {
            task.run();
        }
    }

    private static final Channel NOWHERE = Channel.plain(
            new ChannelId("a"),
            "A",
            UpstreamProtocol.ANTHROPIC,
            Endpoint.of(UpstreamProtocol.ANTHROPIC, URI.create("http://127.0.0.1:1")));

    private final List<String> sentences = new ArrayList<>();

    private static TrialModel model(WorkRunner work) {
        return new TrialModel(work, Runnable::run, new EnvironmentSecrets(Map.of()), TrialWatch.NOBODY);
    }

    @Test
    void saysWhyThereIsNoListOfModels() {
        model(new SameThreadWork()).fetch(NOWHERE, sentences::add);
        assertThat(sentences).singleElement().asString().startsWith("No list of models.");
    }

    @Test
    void dropsAListThatComesForAChannelNoLongerShown() {
        HeldWork work = new HeldWork();
        TrialModel model = model(work);
        model.fetch(NOWHERE, sentences::add);
        model.clear();
        model.fetched().add("of the next channel");
        work.release();
        assertThat(sentences).isEmpty();
        assertThat(model.fetched()).containsExactly("of the next channel");
    }

    @Test
    void saysInASentenceThatATestBroke() {
        BrokenWork work = new BrokenWork();
        TrialModel model = model(work);
        List<Health> healths = new ArrayList<>();
        model.start(NOWHERE, healths::add);
        work.breaking.run();
        assertThat(model.failure()).map(TrialEvent.Failed::words).contains("The test broke off. Start it again.");
        assertThat(healths).hasSize(1);
        model.fetch(NOWHERE, sentences::add);
        work.breaking.run();
        assertThat(sentences).containsExactly("The test broke off. Start it again.");
    }

    @Test
    void forgetsATestThatBreaksForAChannelNoLongerShown() {
        BrokenWork work = new BrokenWork();
        TrialModel model = model(work);
        model.start(NOWHERE, health -> sentences.add("told"));
        model.clear();
        work.breaking.run();
        assertThat(model.steps()).doesNotContainKey(TrialStep.REACH);
        assertThat(sentences).isEmpty();
    }
}
