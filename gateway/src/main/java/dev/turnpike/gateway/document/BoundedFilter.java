package dev.turnpike.gateway.document;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/// One of PDFBox's decoders, within the budget of the document that is read.
///
/// PDFBox unpacks a stream into memory as a whole, and has no bound for it.
final class BoundedFilter extends Filter {
    /// Pictures say nothing, and their decoders are AWT's.
    private static final Set<COSName> PICTURES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE);

    private final Filter decoder;
    private final boolean ofPictures;

    private BoundedFilter(Filter decoder, boolean ofPictures) {
        this.decoder = decoder;
        this.ofPictures = ofPictures;
    }

    /// Puts a bound on all decoders. PDFBox has no place to say so; its table of them is private, and not a constant.
    @SuppressWarnings("unchecked")
    static void install() throws ReflectiveOperationException {
        Field table = FilterFactory.class.getDeclaredField("filters");
        table.setAccessible(true);
        // one for one: PDFBox compares them
        Map<Filter, Filter> bounded = new HashMap<>();
        ((Map<COSName, Filter>) table.get(FilterFactory.INSTANCE))
                .replaceAll((name, filter) -> bounded.computeIfAbsent(
                        filter, f -> f instanceof BoundedFilter ? f : new BoundedFilter(f, PICTURES.contains(name))));
    }

    @Override
    public DecodeResult decode(InputStream encoded, OutputStream decoded, COSDictionary parameters, int index)
            throws IOException {
        if (!Budget.CURRENT.isBound()) {
            return decoder.decode(encoded, decoded, parameters, index);
        }
        Budget budget = Budget.CURRENT.get();
        try {
            if (ofPictures) {
                throw new IOException("a picture where words belong");
            }
            return decoder.decode(encoded, new Counted(decoded, budget), parameters, index);
        } catch (IOException e) {
            budget.skip();
            throw e;
        }
    }

    @Override
    protected void encode(InputStream input, OutputStream encoded, COSDictionary parameters) throws IOException {
        decoder.encode(input, encoded, parameters, 0);
    }

    /// Asks the budget before each write.
    private static final class Counted extends FilterOutputStream {
        private final Budget budget;
        private int written;

        Counted(OutputStream out, Budget budget) {
            super(out);
            this.budget = budget;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        private void count(int more) throws IOException {
            budget.unpack(written, more);
            written += more;
        }
    }
}
