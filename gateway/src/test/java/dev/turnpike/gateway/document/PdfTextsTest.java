package dev.turnpike.gateway.document;

import static dev.turnpike.testing.Pdfs.object;
import static dev.turnpike.testing.Pdfs.ofObjects;
import static dev.turnpike.testing.Pdfs.ofOnePage;
import static dev.turnpike.testing.Pdfs.packed;
import static dev.turnpike.testing.Pdfs.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.Pdfs;
import dev.turnpike.testing.Rows;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;

/// What a PDF says, and that no file, however made, costs more than it may.
class PdfTextsTest {
    private static final String FLATE = "/Filter/FlateDecode";
    private static final String HELLO = "BT /F 12 Tf 50 700 Td (Hello) Tj ET\n";

    private static PdfText read(byte[] pdf) {
        return PdfTexts.of(ByteBuffer.wrap(Base64.getEncoder().encode(pdf)));
    }

    private static String why(byte[] pdf) {
        return read(pdf) instanceof PdfText.Nothing(var why, var _) ? why : "it was read";
    }

    private static PdfText.Said said(byte[] pdf) {
        assertThat(read(pdf)).isInstanceOf(PdfText.Said.class);
        return (PdfText.Said) read(pdf);
    }

    @Rows(86)
    @Test
    void readsTheWordsPageByPage() {
        assertThat(read(Pdfs.of("First line\nsecond line", "", "Third page")))
                .isEqualTo(new PdfText.Said(
                        "[page 1]\nFirst line\nsecond line\n\n[page 2]\n\n[page 3]\nThird page", 3, true));
    }

    @Test
    void readsWhatStandsInLinesOrHasOtherCharactersBetween() {
        byte[] base64 = Base64.getMimeEncoder().encode(Pdfs.of("Hello"));
        assertThat(PdfTexts.of(ByteBuffer.wrap(base64))).isEqualTo(new PdfText.Said("[page 1]\nHello", 1, true));
    }

    @Test
    void saysTheSameAgain() {
        byte[] pdf = Pdfs.of("Hello again");
        assertThat(read(pdf)).isEqualTo(new PdfText.Said("[page 1]\nHello again", 1, true));
        assertThat(read(pdf)).isSameAs(read(pdf));
    }

    @Test
    void saysThatPicturesHaveNoText() {
        assertThat(why(Pdfs.of("", ""))).isEqualTo("has no text, only pictures");
    }

    @Test
    void saysThatItIsEncrypted() {
        assertThat(why(Pdfs.encrypted("secret", "Hello"))).isEqualTo("is encrypted");
    }

    @Test
    void readsTheFirstPagesOfVeryMany() {
        PdfText.Said said = said(Pdfs.of(IntStream.rangeClosed(1, PdfReader.MOST_PAGES + 1)
                .mapToObj(i -> "Page " + i)
                .toArray(String[]::new)));
        assertThat(said.whole()).isFalse();
        assertThat(said.pages()).isEqualTo(PdfReader.MOST_PAGES);
        assertThat(said.text())
                .endsWith("[page 500]\nPage 500\n\n[this document goes on: these are its first 500 pages]");
    }

    @Test
    void readsNothingOutOfGarbage() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        byte[] dressed = noise.clone();
        System.arraycopy(object("%PDF-1.7\n"), 0, dressed, 0, 9);
        assertThat(List.of(why(noise), why(dressed), why(new byte[0]), why(object("%PDF-1.7\n"))))
                .containsOnly("cannot be read");
        assertThat(PdfTexts.of(ByteBuffer.wrap(object("=A=")))).isEqualTo(new PdfText.Nothing("cannot be read"));
    }

    @Test
    void readsAnyPartOfAFileWithoutFailing() {
        byte[] pdf = Pdfs.of("First", "Second");
        for (int length = 0; length < pdf.length; length += 37) {
            assertThat(read(Arrays.copyOf(pdf, length))).isNotNull();
        }
    }

    @Test
    void readsAFileWithAnyByteTurnedWithoutFailing() {
        byte[] pdf = Pdfs.of("First", "Second");
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] turned = pdf.clone();
            turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
            assertThat(read(turned)).isNotNull();
        }
    }

    @Test
    void readsEachPageOfATreeThatLeadsBackOnce() {
        byte[] pdf = ofObjects(List.of(
                object("<</Type/Catalog/Pages 2 0 R>>"),
                object("<</Type/Pages/Count 9/Kids[3 0 R 2 0 R 2 0 R]/Parent 2 0 R>>"),
                object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
                        + "/Resources<</Font<</F 4 0 R>>>>>>"),
                object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                stream("", object(HELLO))));
        assertThat(said(pdf).text()).startsWith("[page 1]\nHello");
    }

    @Test
    void unpacksNoStreamWithoutABound() {
        byte[] bomb = stream(FLATE, packed("0 ", 1L << 28));
        assertThat(bomb.length).isLessThan(2 << 20);
        assertThat(why(ofOnePage("", List.of(bomb)))).isEqualTo("cannot be read");
    }

    @Test
    void unpacksNoStreamOfManyLayersWithoutABound() {
        byte[] bomb = stream("/Filter[/FlateDecode/RunLengthDecode]", packed("\u0081 ", 15L << 20));
        assertThat(why(ofOnePage("", List.of(bomb)))).isEqualTo("cannot be read");
    }

    @Test
    void readsTheOtherPagesOfAFileWithABomb() {
        byte[] pdf = ofObjects(List.of(
                object("<</Type/Catalog/Pages 2 0 R>>"),
                object("<</Type/Pages/Count 2/Kids[3 0 R 6 0 R]/MediaBox[0 0 600 800]"
                        + "/Resources<</Font<</F 4 0 R>>>>>>"),
                object("<</Type/Page/Parent 2 0 R/Contents 5 0 R>>"),
                object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                stream(FLATE, packed("0 ", 1L << 26)),
                object("<</Type/Page/Parent 2 0 R/Contents 7 0 R>>"),
                stream("", object(HELLO))));
        assertThat(read(pdf))
                .isEqualTo(new PdfText.Said("[page 1]\n(this page cannot be read)\n\n[page 2]\nHello", 2, false));
    }

    @Test
    void drawsNoFormThatDrawsOthersForEver() {
        List<byte[]> objects = new ArrayList<>();
        objects.add(stream("", object("/X Do ".repeat(20))));
        for (int i = 0; i < 10; i++) {
            objects.add(stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + (7 + i) + " 0 R>>>>",
                    object("/X Do ".repeat(20) + HELLO)));
        }
        assertThat(why(ofOnePage("/XObject<</X 6 0 R>>", objects))).isEqualTo("asks for too much to be read");
    }

    @Test
    void setsNoMoreTextThanItMay() {
        String line = "BT /F 1 Tf 50 700 Td (" + "abcdefghij".repeat(100) + ") Tj ET\n";
        byte[] pdf = ofOnePage("", List.of(stream(FLATE, packed(line, 3L << 20))));
        assertThat(why(pdf)).isEqualTo("asks for too much to be read");
    }

    @Test
    void decodesNoPictureWhereWordsBelong() {
        byte[] pdf = ofOnePage("", List.of(stream("/Filter/DCTDecode", object("whatever"))));
        assertThat(why(pdf)).isEqualTo("cannot be read");
    }

    @Test
    void readsNothingThatIsDeeperThanAStack() {
        String deep = "[".repeat(1_000_000);
        assertThat(read(ofOnePage("", List.of(stream("", object(deep + HELLO))))))
                .isNotNull();
        assertThat(read(ofObjects(List.of(object("<</Type/Catalog/Pages 2 0 R>>"), object(deep)))))
                .isNotNull();
    }

    @Test
    void takesNoFileThatIsLargerThanItMay() {
        byte[] large = new byte[44 << 20];
        Arrays.fill(large, (byte) 'A');
        assertThat(PdfTexts.of(ByteBuffer.wrap(large))).isEqualTo(new PdfText.Nothing("is larger than 32 MB"));
    }

    @Test
    void readsWhatOneThreadAfterTheOtherAsksFor() throws Exception {
        List<PdfText> found = Collections.synchronizedList(new ArrayList<>());
        byte[] pdf = Pdfs.of("Asked for by many");
        List<Thread> threads = IntStream.range(0, 20)
                .mapToObj(i -> Thread.startVirtualThread(() -> found.add(read(pdf))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).hasSize(20).containsOnly(read(pdf));
    }

    @Test
    void forgetsWhatWasAskedForLongestAgo() {
        KeptTexts kept = new KeptTexts(3_000);
        PdfText text = new PdfText.Said("x".repeat(500), 1, true);
        kept.put("a", text);
        kept.put("b", text);
        assertThat(kept.get("a")).isEqualTo(text);
        kept.put("c", text);
        assertThat(kept.get("b")).isNull();
        assertThat(kept.get("a")).isEqualTo(text);
        kept.put("d", new PdfText.Said("x".repeat(5_000), 1, true));
        assertThat(kept.get("d")).isNull();
    }

    @Test
    void looksForNoFontsInTheSystem() {
        assertThat(said(Pdfs.of("Hello")).pages()).isEqualTo(1);
        assertThat(FontMappers.instance()).isInstanceOf(OneFont.class);
    }
}
