package dev.turnpike.app.look;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/// A drawing as a node of a fixed size, in the ink of what it stands in.
abstract sealed class Picture extends Region permits Icon, Shape {
    Picture(String name, double size, double lineShare) {
        Drawing drawing = Drawing.named(name);
        double scale = size / drawing.grid();
        for (Drawing.Stroke stroke : drawing.strokes()) {
            SVGPath path = new SVGPath();
            path.setContent(stroke.path());
            path.getStyleClass().add(stroke.isFilled() ? "area" : "line");
            path.setStrokeLineCap(StrokeLineCap.ROUND);
            path.setStrokeLineJoin(StrokeLineJoin.ROUND);
            path.setStrokeWidth(stroke.width() * lineShare);
            path.setManaged(false);
            path.getTransforms().add(new Scale(scale, scale));
            getChildren().add(path);
        }
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }
}
