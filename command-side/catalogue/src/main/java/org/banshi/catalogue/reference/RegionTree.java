package org.banshi.catalogue.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/**
 * The regions of {@code regions.yaml}: each with its name and what lies directly below it.
 *
 * @param names in the order of the data
 * @param below by the region above
 */
record RegionTree(Map<RegionCode, Text> names, Map<RegionCode, List<RegionCode>> below) {

    static RegionTree read(Located root, Findings findings) {
        RegionTree tree = new RegionTree(new LinkedHashMap<>(), new HashMap<>());
        Fields fields = new Fields(root, findings);
        fields.items("regions", at -> tree.add(at, findings));
        fields.done();
        return tree;
    }

    private RegionCode add(Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        String code = fields.text("code");
        Text name = fields.words("name");
        if (!code.matches("\\d{6}(\\d{3})?")) {
            findings.add(at, "not a region code", "Write 6 or 9 digits in quotes");
            code = "000000";
        }
        RegionCode region = new RegionCode(code);
        if (names.put(region, name) != null) {
            findings.add(at, "region " + code + " is there twice", "Keep one of them");
        }
        List<RegionCode> lower = new ArrayList<>();
        fields.items("below", child -> add(child, findings)).forEach(lower::add);
        for (RegionCode child : lower) {
            if (!region.covers(child)) {
                findings.add(at, child + " does not lie in " + region, "Move it where it lies");
            }
        }
        below.put(region, List.copyOf(lower));
        fields.done();
        return region;
    }
}
