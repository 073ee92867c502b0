package dev.turnpike.app.run;

import dev.turnpike.gateway.http.AccessProof;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks an address whether our gateway answers there.
public final class HealthCheck {
    /// What was found.
    public enum Answer {
        OURS,
        /// Something listens that is not this user's gateway.
        STRANGER,
        /// Nothing listens.
        SILENT
    }

    private static final BriefCall CALL = new BriefCall(4 * 1024);

    private HealthCheck() {}

    /// Asks. With an access key only a gateway that knows it counts as ours; the key itself never leaves.
    public static Answer ask(URI gateway, Optional<String> accessKey) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        try {
            JsonNode health =
                    JsonMapper.shared().readTree(CALL.get(gateway.resolve("/health?nonce=" + nonce), Optional.empty()));
            boolean ours = health.path("status").asString("").equals("ok")
                    && health.has("version")
                    && accessKey
                            .map(key -> AccessProof.holds(health.path("proof").asString(""), key, nonce))
                            .orElse(true);
            return ours ? Answer.OURS : Answer.STRANGER;
        } catch (ConnectException e) {
            return Answer.SILENT;
        } catch (IOException | JacksonException e) {
            return Answer.STRANGER;
        }
    }
}
