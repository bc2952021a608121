package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file, with its place.
 *
 * @param file path within the package
 * @param line counted from 1, where the start tag ends
 * @param namespace URI, empty when there is none
 * @param name local name
 * @param attributes by local name, those of a namespace as {@code {uri}name}
 * @param characters the element's own
 * @param parent null for the root
 */
public record XmlElement(
        String file,
        int line,
        String namespace,
        String name,
        Map<String, String> attributes,
        StringBuilder characters,
        List<XmlElement> children,
        @Nullable XmlElement parent) {

    /** The attribute's value, or null. */
    public @Nullable String attribute(String key) {
        return attributes.get(key);
    }

    /** The attribute's value, or the empty string. */
    public String attributeOrEmpty(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** The {@code id}, or the empty string. */
    public String id() {
        return attributeOrEmpty("id");
    }

    /** The element's own characters, trimmed. */
    public String text() {
        return characters.toString().strip();
    }

    /** The first child of that name, or null. */
    public @Nullable XmlElement child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst().orElse(null);
    }

    /** The children of that name. */
    public List<XmlElement> children(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).toList();
    }

    /** This element and all below it, in document order. */
    public List<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        collect(all);
        return all;
    }

    /** All elements of that name, in document order. */
    public List<XmlElement> all(String elementName) {
        return all().stream().filter(e -> e.name.equals(elementName)).toList();
    }

    private void collect(List<XmlElement> into) {
        into.add(this);
        children.forEach(child -> child.collect(into));
    }

    @Override
    public String toString() {
        return name + "#" + id();
    }

    /** One element is like no other. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
