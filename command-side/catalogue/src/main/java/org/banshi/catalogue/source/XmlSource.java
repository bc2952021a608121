package org.banshi.catalogue.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML; a document type declaration, and with it every outside entity, is refused. */
public final class XmlSource {

    private XmlSource() {}

    /** The root element; empty when the file cannot be read, which is a finding. */
    public static Optional<XmlElement> read(String file, byte[] bytes, Findings findings) {
        Handler handler = new Handler(file);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), handler);
            return Optional.ofNullable(handler.root);
        } catch (SAXParseException broken) {
            findings.add(
                    file,
                    Math.max(1, broken.getLineNumber()),
                    "not XML: " + broken.getMessage(),
                    "Mend the line or the one above");
        } catch (SAXException broken) {
            findings.add(file, 1, "not XML: " + broken.getMessage(), "Mend the file");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Optional.empty();
    }

    private static final class Handler extends DefaultHandler {

        private final String file;
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private @Nullable Locator locator;
        private @Nullable XmlElement root;

        Handler(String file) {
            this.file = file;
        }

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                String space = attributes.getURI(i);
                String key = attributes.getLocalName(i);
                values.put(space.isEmpty() ? key : "{" + space + "}" + key, attributes.getValue(i));
            }
            int line = locator == null ? 1 : locator.getLineNumber();
            XmlElement parent = open.peek();
            XmlElement element =
                    new XmlElement(
                            file,
                            line,
                            uri,
                            name,
                            values,
                            new StringBuilder(),
                            new ArrayList<>(),
                            parent);
            if (parent == null) {
                root = element;
            } else {
                parent.children().add(element);
            }
            open.push(element);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.element().characters().append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            open.pop();
        }
    }
}
