package dev.turnpike.testing;

import dev.turnpike.gateway.document.PdfTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// PDFs for tests: proper ones made by PDFBox, and others put together by hand.
public final class Pdfs {
    private static final int LEFT = 50;
    private static final int TOP = 750;
    private static final int LINE = 14;

    static {
        // from here on PDFBox looks for no fonts in the system, and keeps no list of them in the user's home
        PdfTexts.of(ByteBuffer.allocate(0));
    }

    private Pdfs() {}

    /// A page for each text, which may have lines.
    public static byte[] of(String... pages) {
        return made("", pages);
    }

    /// The same, to be opened with this password alone.
    public static byte[] encrypted(String password, String... pages) {
        return made(password, pages);
    }

    private static byte[] made(String password, String... pages) {
        try (PDDocument document = new PDDocument()) {
            // the same file each time
            document.setDocumentId(1L);
            for (String page : pages) {
                add(page, document);
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String text, PDDocument document) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        if (text.isEmpty()) {
            return;
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.setLeading(LINE);
            content.newLineAtOffset(LEFT, TOP);
            for (String line : text.lines().toList()) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /// A file of these objects, numbered from 1, of which the first is the catalog.
    public static byte[] ofObjects(List<byte[]> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        write(out, "%PDF-1.7\n");
        for (byte[] object : objects) {
            places.add(out.size());
            write(out, places.size() + " 0 obj\n");
            out.writeBytes(object);
            write(out, "\nendobj\n");
        }
        int table = out.size();
        write(out, "xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(out, "%010d 00000 n \n".formatted(place)));
        write(out, "trailer\n<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    /// One page with a font `/F`, whose content is what these objects say; they are numbered from 5, the first is it.
    public static byte[] ofOnePage(String resources, List<byte[]> content) {
        List<byte[]> objects = new ArrayList<>();
        objects.add(object("<</Type/Catalog/Pages 2 0 R>>"));
        objects.add(object("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
        objects.add(object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>"
                + resources + ">>>>"));
        objects.add(object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
        objects.addAll(content);
        return ofObjects(objects);
    }

    public static byte[] object(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// @param entries of its dictionary, besides the length
    public static byte[] stream(String entries, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
        out.writeBytes(bytes);
        write(out, "\nendstream");
        return out.toByteArray();
    }

    /// So many bytes of that text, again and again, packed.
    public static byte[] packed(String text, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = text.repeat(Math.max(1, (1 << 16) / text.length())).getBytes(StandardCharsets.ISO_8859_1);
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(6))) {
            for (long done = 0; done < length; done += block.length) {
                packed.write(block, 0, (int) Math.min(block.length, length - done));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(object(text));
    }
}
