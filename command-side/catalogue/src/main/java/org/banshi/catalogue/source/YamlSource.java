package org.banshi.catalogue.source;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML; never builds an object that a tag names. */
public final class YamlSource {

    private YamlSource() {}

    /** A file that begins with this mark was written by some editors of Windows. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The file's content; unread when it cannot be read, which is a finding. */
    public static Located read(String file, byte[] bytes, Findings findings) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(50);
        try {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(BYTE_ORDER_MARK.length());
            }
            Node root = new Yaml(options).compose(new StringReader(text));
            return root == null ? Located.empty(file) : new Reader(file, findings).read(root, 1, 0);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
            String problem = String.valueOf(broken.getProblem());
            boolean tab = problem.contains("TAB");
            findings.add(
                    file,
                    line,
                    tab ? "not YAML: there is a tab" : "not YAML: " + problem,
                    tab ? "Indent with spaces" : "Mend the line or the one above");
        } catch (YAMLException broken) {
            findings.add(file, 1, "not YAML", "Mend the file: " + broken.getMessage());
        }
        return Located.unread(file);
    }

    private record Reader(String file, Findings findings) {

        private static final int DEEPEST = 50;

        Located read(Node node, int line, int depth) {
            if (depth > DEEPEST) {
                findings.add(file, line, "nested too deeply", "Use fewer levels");
                return new Located(file, line, null, null);
            }
            if (node instanceof MappingNode map) {
                return new Located(file, line, null, readMap(map, depth));
            }
            if (node instanceof SequenceNode list) {
                List<Located> items = new ArrayList<>();
                for (Node item : list.getValue()) {
                    items.add(read(item, lineOf(item), depth + 1));
                }
                return new Located(file, line, null, Collections.unmodifiableList(items));
            }
            return readScalar((ScalarNode) node, line);
        }

        private Map<String, Located> readMap(MappingNode map, int depth) {
            Map<String, Located> entries = new LinkedHashMap<>();
            for (NodeTuple entry : map.getValue()) {
                int line = lineOf(entry.getKeyNode());
                String key =
                        entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (entries.put(key, read(entry.getValueNode(), line, depth + 1)) != null) {
                    findings.add(file, line, "\"" + key + "\" is there twice", "Keep one of them");
                }
            }
            return Collections.unmodifiableMap(entries);
        }

        private Located readScalar(ScalarNode node, int line) {
            boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
            @Nullable Object value = plain ? Scalars.resolve(node.getValue()) : node.getValue();
            return new Located(file, line, value == null ? null : node.getValue(), value);
        }

        private static int lineOf(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
