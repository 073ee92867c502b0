package dev.turnpike.app.tray;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws the icon: a toll-gate arm on its post, on a grid of 16, as in `icons/tray-*.svg`.
final class TrayGlyph {
    private static final double GRID = 16;

    private TrayGlyph() {}

    /// The picture in that size.
    static BufferedImage draw(TrayIconShape shape, Panel panel, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(panel.ground());
            pen.fillRect(0, 0, width, height);
            double scale = Math.min(width, height) / GRID;
            pen.translate((width - GRID * scale) / 2, (height - GRID * scale) / 2);
            pen.scale(scale, scale);
            pen.setColor(panel.ink());
            switch (shape) {
                case RUNNING -> pen.fill(gate());
                case STOPPED -> drawHollow(pen);
                case NOT_RECORDING -> {
                    pen.fill(gate());
                    pen.fill(box(9, 12, 7, 3));
                }
                case PROBLEM -> {
                    pen.fill(gate());
                    pen.fill(triangle());
                }
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static Shape gate() {
        Area arm = new Area(new Ellipse2D.Double(-2.9, -2.9, 5.8, 5.8));
        arm.add(new Area(plank(0, 4.1, 3.2, 0)));
        arm.add(new Area(plank(5.3, 7.9, 7, 4.4)));
        arm.add(new Area(tip()));
        arm.transform(new AffineTransform(
                Math.cos(Math.toRadians(-25)),
                Math.sin(Math.toRadians(-25)),
                -Math.sin(Math.toRadians(-25)),
                Math.cos(Math.toRadians(-25)),
                4.5,
                7));
        arm.add(new Area(new Rectangle2D.Double(3, 8, 3, 6)));
        arm.add(new Area(box(1, 13, 7, 2)));
        return arm;
    }

    private static Shape plank(double topLeft, double topRight, double lowRight, double lowLeft) {
        Path2D path = new Path2D.Double();
        path.moveTo(topLeft, -1.7);
        path.lineTo(topRight, -1.7);
        path.lineTo(lowRight, 1.7);
        path.lineTo(lowLeft, 1.7);
        path.closePath();
        return path;
    }

    private static Shape tip() {
        Path2D path = new Path2D.Double();
        path.moveTo(9.1, -1.7);
        path.lineTo(10.6, -1.7);
        path.quadTo(11.6, -1.7, 11.6, -0.7);
        path.lineTo(11.6, 0.7);
        path.quadTo(11.6, 1.7, 10.6, 1.7);
        path.lineTo(8.2, 1.7);
        path.closePath();
        return path;
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(11.75, 8.1);
        path.quadTo(12.5, 7, 13.25, 8.1);
        path.lineTo(15.9, 13.85);
        path.quadTo(16.2, 15, 15.15, 15);
        path.lineTo(9.85, 15);
        path.quadTo(8.8, 15, 9.1, 13.85);
        path.closePath();
        return path;
    }

    private static Shape box(double x, double y, double width, double height) {
        return new RoundRectangle2D.Double(x, y, width, height, 1.2, 1.2);
    }

    private static void drawHollow(Graphics2D pen) {
        pen.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        Path2D arm = new Path2D.Double();
        arm.moveTo(6.5, 5.5);
        arm.lineTo(14.5, 5.5);
        arm.quadTo(15.5, 5.5, 15.5, 6.5);
        arm.lineTo(15.5, 7.5);
        arm.quadTo(15.5, 8.5, 14.5, 8.5);
        arm.lineTo(6.5, 8.5);
        List<Shape> lines = List.of(
                arm,
                new Ellipse2D.Double(2, 4.5, 5, 5),
                new Line2D.Double(3.5, 9.5, 3.5, 12.5),
                new Line2D.Double(5.5, 9.5, 5.5, 12.5),
                box(1.5, 12.5, 6, 2));
        lines.forEach(pen::draw);
    }
}
