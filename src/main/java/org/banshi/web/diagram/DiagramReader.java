package org.banshi.web.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.banshi.web.diagram.Diagram.Edge;
import org.banshi.web.diagram.Diagram.Form;
import org.banshi.web.diagram.Diagram.Shape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what a BPMN file says of its picture (BPMN 2.0, chapter 12). */
public final class DiagramReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
    private static final double MARGIN = 12;

    /** Room that a letter of a label takes; Latin ones take half. */
    private static final double LETTER = 12.5;

    private DiagramReader() {}

    /**
     * The picture.
     *
     * @throws IllegalArgumentException when it is no BPMN
     */
    public static Diagram read(byte[] bpmn) {
        Document document = parse(bpmn);
        Map<String, Element> elements = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Element element : elements(document.getElementsByTagNameNS(BPMN, "*"))) {
            if (element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
                if (element.hasAttribute("name")) {
                    names.put(element.getAttribute("id"), element.getAttribute("name"));
                }
            }
        }
        List<Shape> shapes = new ArrayList<>();
        for (Element drawn : elements(document.getElementsByTagNameNS(PICTURE, "BPMNShape"))) {
            Element element = elements.get(drawn.getAttribute("bpmnElement"));
            if (element != null) {
                shapes.add(shape(drawn, element));
            }
        }
        shapes.sort(Comparator.comparing(Shape::form));
        List<Edge> edges =
                elements(document.getElementsByTagNameNS(PICTURE, "BPMNEdge")).stream()
                        .map(DiagramReader::edge)
                        .toList();
        double left = shapes.stream().mapToDouble(Shape::x).min().orElse(0) - MARGIN;
        double top = shapes.stream().mapToDouble(Shape::y).min().orElse(0) - MARGIN;
        double right = shapes.stream().mapToDouble(Shape::right).max().orElse(0) + MARGIN;
        double bottom =
                shapes.stream().mapToDouble(it -> it.y() + it.height()).max().orElse(0)
                        + MARGIN
                        + 2 * LETTER;
        return new Diagram(left, top, right - left, bottom - top, shapes, edges, names);
    }

    private static Shape shape(Element drawn, Element element) {
        Element bounds = elements(drawn.getElementsByTagNameNS(BOUNDS, "Bounds")).get(0);
        Form form = form(element.getLocalName());
        double width = number(bounds, "width");
        double room =
                switch (form) {
                    case TASK -> width - 10;
                    case EVENT, END, GATEWAY -> 8 * LETTER;
                    default -> Double.MAX_VALUE;
                };
        return new Shape(
                element.getAttribute("id"),
                form,
                kind(element),
                number(bounds, "x"),
                number(bounds, "y"),
                width,
                number(bounds, "height"),
                lines(element.getAttribute("name"), room));
    }

    private static Form form(String name) {
        if (name.endsWith("Task") || name.equals("callActivity")) {
            return Form.TASK;
        } else if (name.endsWith("Gateway")) {
            return Form.GATEWAY;
        } else if (name.equals("endEvent")) {
            return Form.END;
        } else if (name.endsWith("Event")) {
            return Form.EVENT;
        }
        return switch (name) {
            case "participant" -> Form.POOL;
            case "lane" -> Form.LANE;
            default -> Form.GROUP;
        };
    }

    /** An event is told by what it waits for. */
    private static String kind(Element element) {
        if (element.getElementsByTagNameNS(BPMN, "messageEventDefinition").getLength() > 0
                && element.getLocalName().endsWith("Event")) {
            return "message";
        } else if (element.getElementsByTagNameNS(BPMN, "timerEventDefinition").getLength() > 0
                && element.getLocalName().endsWith("Event")) {
            return "timer";
        }
        return element.getLocalName();
    }

    private static Edge edge(Element drawn) {
        StringBuilder points = new StringBuilder();
        for (Element point : elements(drawn.getElementsByTagNameNS(LINES, "waypoint"))) {
            points.append(number(point, "x")).append(',').append(number(point, "y")).append(' ');
        }
        return new Edge(drawn.getAttribute("bpmnElement"), points.toString().strip());
    }

    static List<String> lines(String label, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double width = 0;
        for (int letter : label.codePoints().toArray()) {
            double wide = letter < 0x2E80 ? LETTER * 0.55 : LETTER;
            if (width + wide > room && line.length() > 0) {
                lines.add(line.toString().strip());
                line.setLength(0);
                width = 0;
            }
            line.appendCodePoint(letter);
            width += wide;
        }
        if (line.length() > 0) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> (Element) nodes.item(at))
                .toList();
    }

    private static Document parse(byte[] bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bpmn));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no BPMN", e);
        }
    }
}
