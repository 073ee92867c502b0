package dev.turnpike.app.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of our drawings as paths: what is a line and what is filled.
record Drawing(double grid, List<Stroke> strokes) {
    /// Paths that are drawn in the same way.
    record Stroke(String path, double width) {
        boolean isFilled() {
            return width == 0;
        }
    }

    private static final Map<String, Drawing> READ = new ConcurrentHashMap<>();
    private static final Pattern TAG = Pattern.compile("<(/?)(svg|g|path|circle|rect)\\b([^>]*?)/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    /// The drawing of that name; there is one, or the program is broken.
    static Drawing named(String name) {
        return READ.computeIfAbsent(name, Drawing::read);
    }

    private static Drawing read(String name) {
        try (InputStream in = Drawing.class.getResourceAsStream("icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("no drawing is called " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Drawing parse(String svg) {
        List<Stroke> strokes = new ArrayList<>();
        Matcher tag = TAG.matcher(svg);
        double grid = 16;
        double inherited = 0;
        double outer = 0;
        while (tag.find()) {
            Map<String, String> attributes = attributes(tag.group(3));
            if (!tag.group(1).isEmpty()) {
                inherited = outer;
                continue;
            }
            double width = width(attributes, inherited);
            switch (tag.group(2)) {
                case "svg" -> {
                    grid = Double.parseDouble(
                            attributes.getOrDefault("viewBox", "0 0 16 16").split(" ", -1)[2]);
                    inherited = width;
                    outer = width;
                }
                case "g" -> inherited = width;
                default -> strokes.add(new Stroke(path(tag.group(2), attributes), width));
            }
        }
        return new Drawing(grid, merged(strokes));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> all = new ConcurrentHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            all.put(attribute.group(1), attribute.group(2));
        }
        return all;
    }

    private static double width(Map<String, String> attributes, double inherited) {
        if ("none".equals(attributes.get("stroke"))) {
            return 0;
        }
        String width = attributes.get("stroke-width");
        return width == null ? inherited : Double.parseDouble(width);
    }

    private static String path(String tag, Map<String, String> attributes) {
        return switch (tag) {
            case "circle" -> circle(number(attributes, "cx"), number(attributes, "cy"), number(attributes, "r"));
            case "rect" -> rectangle(attributes);
            default -> attributes.getOrDefault("d", "");
        };
    }

    private static String circle(double x, double y, double r) {
        return "M" + (x - r) + " " + y + "a" + r + " " + r + " 0 1 1 " + 2 * r + " 0a" + r + " " + r + " 0 1 1 "
                + -2 * r + " 0z";
    }

    private static String rectangle(Map<String, String> attributes) {
        double r = number(attributes, "rx");
        double w = number(attributes, "width") - 2 * r;
        double h = number(attributes, "height") - 2 * r;
        String corner = "a" + r + " " + r + " 0 0 1 ";
        return "M" + (number(attributes, "x") + r) + " " + number(attributes, "y") + "h" + w + corner + r + " " + r
                + "v" + h + corner + -r + " " + r + "h" + -w + corner + -r + " " + -r + "v" + -h + corner + r + " " + -r
                + "z";
    }

    private static double number(Map<String, String> attributes, String name) {
        return Double.parseDouble(attributes.getOrDefault(name, "0"));
    }

    private static List<Stroke> merged(List<Stroke> strokes) {
        List<Stroke> merged = new ArrayList<>();
        for (Stroke stroke : strokes) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).width() == stroke.width()) {
                // a path may begin with a relative move, which must not go on from the one before
                String path = merged.get(last).path() + " "
                        + Character.toUpperCase(stroke.path().charAt(0))
                        + stroke.path().substring(1);
                merged.set(last, new Stroke(path, stroke.width()));
            } else {
                merged.add(stroke);
            }
        }
        return List.copyOf(merged);
    }
}
