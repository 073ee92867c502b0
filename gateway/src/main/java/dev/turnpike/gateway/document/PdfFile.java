package dev.turnpike.gateway.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDPageTree;

/// The pages of a PDF, without the class `PDDocument`, which starts the native half of AWT.
final class PdfFile extends PDFParser implements AutoCloseable {
    PdfFile(byte[] bytes) throws IOException {
        super(new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createMemoryOnlyStreamCache());
    }

    /// Reads the structure, and repairs it where it is broken.
    PDPageTree pages() throws IOException {
        setLenient(true);
        if (!parsePDFHeader() && !parseFDFHeader()) {
            throw new IOException("no PDF");
        }
        initialParse();
        COSDictionary root = document.getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary pages = root == null ? null : root.getCOSDictionary(COSName.PAGES);
        if (pages == null) {
            throw new IOException("no pages");
        }
        return new PDPageTree(pages);
    }

    @Override
    public void close() throws IOException {
        document.close();
        source.close();
    }
}
