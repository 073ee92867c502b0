package dev.turnpike.gateway.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Bytes of a request or an answer, as far as they are kept.
public final class Body {
    private static final Body NONE = new Body(0, Keeping.WHOLE, () -> new byte[0]);

    /// How much of it there is.
    public enum Keeping {
        /// Everything so far.
        WHOLE,
        /// Some of it came too fast to be recorded.
        PARTLY,
        /// It was let go for newer ones.
        LET_GO,
        /// It came too fast to be recorded.
        MISSED,
        /// By the settings such a body is not kept.
        NOT_WANTED
    }

    private final long size;
    private final Keeping keeping;
    private final Supplier<byte[]> content;
    private final boolean redacted;
    private final @Nullable Splice difference;

    Body(long size, Keeping keeping, Supplier<byte[]> content) {
        this(size, keeping, content, false, null);
    }

    private Body(long size, Keeping keeping, Supplier<byte[]> content, boolean redacted, @Nullable Splice difference) {
        this.size = size;
        this.keeping = keeping;
        this.content = content;
        this.redacted = redacted;
        this.difference = difference;
    }

    /// A body of no bytes.
    public static Body none() {
        return NONE;
    }

    /// A body that is there.
    public static Body of(byte[] bytes) {
        return new Body(bytes.length, Keeping.WHOLE, () -> bytes);
    }

    /// A body that is like another one but for one place.
    static Body differing(Splice splice) {
        return new Body(splice.size(), Keeping.WHOLE, splice::bytes, false, splice);
    }

    /// A body that is read from where it is stored, each time anew.
    ///
    /// @param redacted secrets in it were overwritten
    public static Body stored(long size, Keeping keeping, boolean redacted, Supplier<byte[]> content) {
        return new Body(size, keeping, content, redacted, null);
    }

    /// A body of which only the size is left.
    public static Body gone(long size, Keeping why) {
        return new Body(size, why, () -> new byte[0]);
    }

    /// Only its size, where it was there.
    Body gone(Keeping why) {
        return isKept() && size > 0 ? gone(size, why) : this;
    }

    /// How many bytes it had, kept or not.
    public long size() {
        return size;
    }

    public Keeping keeping() {
        return keeping;
    }

    /// Secrets in it were overwritten, so that it is not what was sent.
    public boolean isRedacted() {
        return redacted;
    }

    /// How many bytes of memory it may take.
    long held() {
        if (difference != null) {
            return difference.held();
        }
        return isKept() ? size : 0;
    }

    /// In which place it is not like another one, where it was made from that.
    public Optional<Splice> difference() {
        return Optional.ofNullable(difference);
    }

    /// There is something to show.
    public boolean isKept() {
        return keeping == Keeping.WHOLE || keeping == Keeping.PARTLY;
    }

    /// The bytes; nobody writes to them. May take time.
    public byte[] bytes() {
        return content.get();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
