package dev.turnpike.gateway.document;

/// What became of the question what a PDF says.
public sealed interface PdfText {
    /// Its words, page by page, each behind a line `[page 3]`.
    ///
    /// @param pages of how many pages these are the words
    /// @param whole false where the document goes on, or a page could not be read
    record Said(String text, int pages, boolean whole) implements PdfText {}

    /// It has none that could be read.
    ///
    /// @param why goes on from "the PDF": `has no text`
    /// @param lasting it will be so the next time, too
    record Nothing(String why, boolean lasting) implements PdfText {
        Nothing(String why) {
            this(why, true);
        }

        static Nothing forNow(String why) {
            return new Nothing(why, false);
        }
    }
}
