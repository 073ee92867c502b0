package dev.turnpike.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.channels.ChannelDraft.ModelMistake;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelDraftTest {
    private final Preset preset = PresetShelf.shipped().find("deepseek").orElseThrow();
    private final ChannelDraft draft = NewChannel.of(preset, preset.root(), Set.of("deepseek", "other"));

    @Test
    void isWhatThePresetSuggests() {
        Channel channel = draft.channel().orElseThrow();
        assertThat(channel.id().value()).isEqualTo("deepseek-2");
        assertThat(channel.endpoint().messages()).hasToString("https://api.deepseek.com/anthropic/v1/messages");
        assertThat(channel.models().resolve("claude-haiku-5").name()).isEqualTo("deepseek-v4-flash");
        assertThat(draft.isChanged()).isFalse();
    }

    @Test
    void goesBackToWhatTheFileSays() {
        draft.nameProperty().set("Other");
        draft.models().clear();
        draft.keys().add(new KeyRow(Optional.empty()));
        draft.keys().getFirst().typedProperty().set(" sk-1 ");
        assertThat(draft.channel().orElseThrow().keys()).containsExactly(new SecretRef.LiteralSecret("sk-1"));
        assertThat(draft.isChanged()).isTrue();
        draft.revert();
        assertThat(draft.isChanged()).isFalse();
    }

    @Test
    void keepsWhatItDoesNotShow() {
        Channel shown = draft.channel().orElseThrow();
        Channel trusting = new Channel(
                shown.id(),
                shown.name(),
                shown.protocol(),
                shown.endpoint(),
                shown.keys(),
                shown.auth(),
                shown.models(),
                shown.allow(),
                shown.headers(),
                shown.proxy(),
                Path.of("/etc/ssl/own.pem"),
                shown.enabled(),
                Channel.Failover.ANY,
                shown.timeouts(),
                shown.compat());
        assertThat(new ChannelDraft(trusting, Set.of()).channel()).contains(trusting);
        assertThat(trusting.withId(shown.id())
                        .withName(shown.name())
                        .withKeys(shown.keys())
                        .withAuth(shown.auth())
                        .withModels(shown.models())
                        .withEnabled(shown.enabled()))
                .isEqualTo(trusting);
    }

    @Test
    void isNoChannelWhileSomethingMakesNoSense() {
        draft.idProperty().set("other");
        assertThat(draft.channel()).isEmpty();
        draft.idProperty().set("mine");
        assertThat(draft.channel()).isPresent();
        draft.idleProperty().set("soon");
        assertThat(draft.channel()).isEmpty();
    }

    @Test
    void namesTheRowThatDoesNotFit() {
        draft.models().add(new ModelRow("half", ""));
        assertThat(draft.modelMistake()).contains(new ModelMistake(3, ModelMistake.Kind.HALF));
        draft.models().set(3, new ModelRow("opus", "x"));
        assertThat(draft.modelMistake()).contains(new ModelMistake(3, ModelMistake.Kind.TWICE));
        draft.models().set(3, new ModelRow("", ""));
        assertThat(draft.modelMistake()).isEmpty();
        assertThat(draft.channel()).contains(draft.origin());
    }

    @Test
    void followsASwitchAndNothingElse() {
        ChannelDraft other = NewChannel.of(preset, preset.root(), Set.of("deepseek", "other"));
        assertThat(draft.follows(other.origin())).isTrue();
        other.nameProperty().set("Renamed");
        assertThat(draft.follows(other.channel().orElseThrow())).isFalse();
    }

    @Test
    void hasNoUrlUntilOneIsTyped() {
        ChannelDraft any = NewChannel.anyUrl(Set.of());
        assertThat(any.channel()).isEmpty();
        any.baseUrlProperty().set("http://127.0.0.1:8077");
        any.nameProperty().set("My server");
        assertThat(any.idProperty().get()).isEqualTo("my-server");
        assertThat(any.channel().orElseThrow().protocol()).isEqualTo(UpstreamProtocol.OPENAI_CHAT);
    }

    @Test
    void saysWhichRowDecidesForAName() {
        assertThat(TriedName.of(draft, "claude-opus-5[1m]"))
                .isEqualTo(new TriedName("deepseek-v4-pro", "by row 3, opus", true));
        assertThat(TriedName.of(draft, "gpt"))
                .isEqualTo(new TriedName("deepseek-v4-flash", "by the last row, anything else", true));
        draft.restProperty().set("");
        assertThat(TriedName.of(draft, "gpt")).isEqualTo(new TriedName("gpt", "no row matches, the name stays", true));
        draft.allowProperty().set("deepseek*");
        assertThat(TriedName.of(draft, "gpt").allowed()).isFalse();
        assertThat(TriedName.of(draft, " ").served()).isEmpty();
    }
}
