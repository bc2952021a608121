package org.banshi.catalogue.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.catalogue.Sources;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.text.Text;

/** Reads what codes of sources stand for. */
final class SourceReader {

    static final String FILE = "sources.yaml";

    private SourceReader() {}

    static Sources read(Located root, Findings findings) {
        Fields fields = new Fields(root, findings);
        Map<String, Text> titles =
                new LinkedHashMap<>(fields.entries("titles", it -> Fields.words(it, findings)));
        Map<String, String> phrases =
                new LinkedHashMap<>(fields.entries("phrases", it -> String.valueOf(it.text())));
        fields.done();
        return new Sources(titles, phrases);
    }
}
