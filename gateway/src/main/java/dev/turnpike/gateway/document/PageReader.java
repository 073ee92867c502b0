package dev.turnpike.gateway.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Reads the words of one page after the other, in the order in which they were set.
final class PageReader extends PDFTextStripper {
    /// What drawing a form costs before anything in it is drawn, in steps.
    private static final int FORM = 100;

    private static final int FONT = 10;

    private final Budget budget;
    private final ResourceCache fonts;

    PageReader(Budget budget, ResourceCache fonts) {
        this.budget = budget;
        this.fonts = fonts;
        // it numbers pages itself only where it is given a whole document
        setStartPage(0);
        setLineSeparator("\n");
        setPageEnd("");
    }

    /// The words of a page, line by line.
    String read(PDPage page) throws IOException {
        StringWriter words = new StringWriter();
        output = words;
        if (page.hasContents()) {
            processPage(new Page(page));
        }
        return words.toString();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.step(
                switch (operator.getName()) {
                    case OperatorName.DRAW_OBJECT -> FORM;
                    case OperatorName.SET_FONT_AND_SIZE -> FONT;
                    default -> 1;
                });
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        budget.glyph();
        super.processTextPosition(text);
    }

    /// A page whose fonts are kept for the next one, and whose content is unpacked within the budget.
    private final class Page extends PDPage {
        private @Nullable PDResources resources;

        Page(PDPage page) {
            super(page.getCOSObject());
        }

        @Override
        public @Nullable PDResources getResources() {
            PDResources own = super.getResources();
            if (resources == null && own != null) {
                resources = new PDResources(own.getCOSObject(), fonts);
            }
            return resources;
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() throws IOException {
            return getContentsForRandomAccess();
        }
    }
}
