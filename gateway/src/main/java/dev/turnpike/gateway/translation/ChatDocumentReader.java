package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.MediaSource;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.document.PdfText;
import dev.turnpike.gateway.document.PdfTexts;
import java.util.Locale;
import java.util.Optional;

/// Turns documents into what chat/completions can say: a file, its text, or a note that the model reads. Never Base64
/// among the words.
final class ChatDocumentReader {
    private static final int LONGEST_ADDRESS = 300;

    private static final String PDF = "application/pdf";

    private final Accepted accepted;
    private final ChatContentReader contents;
    private final AdjustmentList adjustments;

    ChatDocumentReader(Accepted accepted, ChatContentReader contents, AdjustmentList adjustments) {
        this.accepted = accepted;
        this.contents = contents;
        this.adjustments = adjustments;
    }

    void read(DocumentBlock document, String path, ChatContent into) {
        if (document.cited()) {
            adjustments.dropped(path + ".citations", "chat/completions has no citations");
        }
        MediaSource source = document.source();
        switch (source.type()) {
            case "text" -> words(document, source.data().string(), path, into);
            case "content" -> {
                into.text(heading(document).strip());
                contents.readAll(source.content(), path + ".source.content", into);
                adjustments.approximated(path, "chat/completions has no such document: sent as what it consists of");
            }
            case "base64" -> base64(document, path, into);
            case "url" -> note(document, address(source) + " cannot be sent to this model", path, into);
            default -> note(document, kind(source) + " cannot be sent to this model", path, into);
        }
    }

    /// Where a document is, in so many words as a person would read. Data in an address is none.
    private static String address(MediaSource source) {
        String address = source.data().string();
        if (address.regionMatches(true, 0, "data:", 0, 5)) {
            return "data in an address";
        }
        return address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS) + "…";
    }

    private void base64(DocumentBlock document, String path, ChatContent into) {
        MediaSource source = document.source();
        String mediaType = essence(source.mediaType());
        if (mediaType.equals(PDF)) {
            if (accepted.has(Capability.FILES) && into.holdsFiles()) {
                file(document, path, into);
            } else {
                pdf(document, path, into);
            }
            return;
        }
        Optional<String> text = PlainText.of(mediaType, source.data().content());
        if (text.isPresent()) {
            words(document, text.get(), path, into);
        } else {
            note(document, kind(source) + " cannot be sent to this model", path, into);
        }
    }

    private void file(DocumentBlock document, String path, ChatContent into) {
        into.text(document.context());
        String name = FileName.of(document.title());
        if (document.title().isEmpty()) {
            adjustments.added(path + ".filename", "a file has a name: " + name);
        } else if (!name.startsWith(document.title())) {
            adjustments.renamed(path + ".title", name, "no file can have this name");
        }
        into.file(name, "data:" + PDF + ";base64,", document.source().data());
    }

    private void pdf(DocumentBlock document, String path, ChatContent into) {
        switch (PdfTexts.of(document.source().data().content())) {
            case PdfText.Said said -> {
                into.text(heading(document) + said.text());
                adjustments.approximated(
                        path,
                        (into.holdsFiles() ? "this upstream takes no files" : "an assistant message holds no files")
                                + ": sent as the text of its " + said.pages() + " pages"
                                + (said.whole() ? "" : ", of which not all could be read"));
            }
            case PdfText.Nothing(var why, var _) -> note(document, "the PDF " + why, path, into);
        }
    }

    private void words(DocumentBlock document, String words, String path, ChatContent into) {
        into.text(heading(document) + words);
        adjustments.approximated(path, "chat/completions has no document of text: sent as text");
    }

    private void note(DocumentBlock document, String why, String path, ChatContent into) {
        into.text(document.context());
        String name = document.title().isEmpty() ? "" : " \"" + document.title() + "\"";
        into.text("[document" + name + " omitted: " + why + "]");
        adjustments.approximated(path, "left a note in its place: " + why);
    }

    private static String heading(DocumentBlock document) {
        String title = document.title().isEmpty() ? "" : document.title() + "\n\n";
        return document.context().isEmpty() ? title : title + document.context() + "\n\n";
    }

    /// What cannot be sent, in a word.
    private static String kind(MediaSource source) {
        if (source.type().equals("file")) {
            return "the file " + source.data().string();
        }
        return source.mediaType().isEmpty() ? source.type() : source.mediaType();
    }

    private static String essence(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
