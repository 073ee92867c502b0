package dev.turnpike.gateway.document;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/// Reads one PDF by PDFBox. Its first use loads some 600 classes; nothing before does.
final class PdfReader {
    static final int MOST_PAGES = 500;
    static final int MOST_CHARACTERS = 2_000_000;

    /// Held, since the log forgets loggers that nobody holds: what is wrong with a document is nobody's business here.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    static {
        PDFBOX.setLevel(Level.OFF);
        FONTBOX.setLevel(Level.OFF);
        try {
            BoundedFilter.install();
            FontMappers.set(new OneFont());
        } catch (IOException | ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private int pages;
    private boolean anything;
    private boolean whole = true;
    private String nothing = "has no text, only pictures";

    private PdfReader(Budget budget) {
        this.budget = budget;
    }

    /// What this PDF says; never an exception.
    static PdfText read(byte[] pdf, Budget budget) {
        return ScopedValue.where(Budget.CURRENT, budget).call(() -> new PdfReader(budget).read(pdf));
    }

    private PdfText read(byte[] pdf) {
        try (PdfFile file = new PdfFile(pdf)) {
            read(file.pages());
        } catch (InvalidPasswordException _) {
            return new PdfText.Nothing("is encrypted");
        } catch (Budget.UsedUp _) {
            nothing = "asks for too much to be read";
            end("[the rest of this document asks for too much to be read]");
        } catch (OutOfMemoryError _) {
            return PdfText.Nothing.forNow("needs more memory than there is");
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError _) {
            nothing = "cannot be read";
            whole = false;
        }
        if (anything) {
            return new PdfText.Said(text.toString(), pages, whole);
        }
        return new PdfText.Nothing(pages > 0 ? nothing : "cannot be read");
    }

    private void read(PDPageTree tree) {
        PageReader reader = new PageReader(budget, new DefaultResourceCache(false));
        for (PDPage page : tree) {
            if (pages == MOST_PAGES || text.length() >= MOST_CHARACTERS) {
                end("[this document goes on: these are its first " + pages + " pages]");
                return;
            }
            budget.page();
            pages++;
            add(page, reader);
        }
    }

    private void add(PDPage page, PageReader reader) {
        String words = "";
        boolean failed = false;
        try {
            words = printable(reader.read(page));
            anything |= !words.isEmpty();
        } catch (IOException _) {
            failed = true;
        }
        if (failed || budget.hasSkipped()) {
            whole = false;
            nothing = "cannot be read";
            words = words.isEmpty() ? "(this page cannot be read)" : words;
        }
        int room = Math.max(0, MOST_CHARACTERS - text.length());
        text.append(text.isEmpty() ? "" : "\n\n").append("[page ").append(pages).append(']');
        text.append(words.isEmpty() ? "" : "\n").append(words, 0, Math.min(room, words.length()));
    }

    private void end(String why) {
        whole = false;
        text.append("\n\n").append(why);
    }

    /// Without what only printers need, and the ends of lines that say nothing.
    private static String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        for (String line : words.split("\n", -1)) {
            int start = kept.length();
            line.codePoints()
                    .filter(c -> c == '\t' || !Character.isISOControl(c))
                    .forEach(kept::appendCodePoint);
            int end = kept.length();
            while (end > start && Character.isWhitespace(kept.charAt(end - 1))) {
                end--;
            }
            kept.setLength(end);
            kept.append('\n');
        }
        return kept.toString().strip();
    }
}
