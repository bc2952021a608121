package org.banshi.web.diagram;

import java.util.List;
import java.util.Map;

/**
 * A process as its package draws it. Lengths are the BPMN's.
 *
 * @param shapes in the order in which they are drawn
 * @param names of the steps by id, as the package calls them in Chinese
 */
public record Diagram(
        double x,
        double y,
        double width,
        double height,
        List<Shape> shapes,
        List<Edge> edges,
        Map<String, String> names) {

    public Diagram {
        shapes = List.copyOf(shapes);
        edges = List.copyOf(edges);
        names = Map.copyOf(names);
    }

    /** How a shape is drawn. */
    public enum Form {
        POOL,
        LANE,
        GROUP,
        TASK,
        EVENT,
        END,
        GATEWAY
    }

    /**
     * Something that stands in the picture.
     *
     * @param id in the BPMN
     * @param kind such as {@code userTask}
     * @param lines its label, broken to its width; for events and gateways drawn below
     */
    public record Shape(
            String id,
            Form form,
            String kind,
            double x,
            double y,
            double width,
            double height,
            List<String> lines) {

        public Shape {
            lines = List.copyOf(lines);
        }

        public double middleX() {
            return x + width / 2;
        }

        public double middleY() {
            return y + height / 2;
        }

        public double right() {
            return x + width;
        }

        /** Corners of a gateway. */
        public String corners() {
            return "%s,%s %s,%s %s,%s %s,%s"
                    .formatted(
                            middleX(), y, right(), middleY(), middleX(), y + height, x, middleY());
        }

        /** Where the base line of a label's line is. */
        public double baseline(int line) {
            double first =
                    form == Form.TASK
                            ? middleY() - (lines.size() - 1) * 8 + 4
                            : form == Form.EVENT || form == Form.END || form == Form.GATEWAY
                                    ? y + height + 14
                                    : y + 14;
            return first + line * 16.0;
        }

        /** Sign in a gateway or event; empty where there is none. */
        public String sign() {
            return switch (kind) {
                case "exclusiveGateway" -> "×";
                case "parallelGateway" -> "+";
                case "eventBasedGateway" -> "◇";
                case "message" -> "✉";
                case "timer" -> "◷";
                default -> "";
            };
        }
    }

    /** A flow; {@code points} as SVG takes them. */
    public record Edge(String id, String points) {}
}
