package org.banshi.catalogue.manifest;

import java.util.Optional;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.ReceivingLimit;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.application.TermUnit;

/** Reads the limits of {@code service.yaml}. */
final class LimitReader {

    private final Findings findings;

    LimitReader(Findings findings) {
        this.findings = findings;
    }

    LimitSpecs read(Fields fields) {
        LimitSpecs limits =
                new LimitSpecs(
                        fields.optional("promised").map(this::limit),
                        fields.optional("statutory").map(this::limit),
                        fields.optional("receiving").map(this::receiving),
                        fields.entries("steps", this::limit),
                        fields.entries("within", this::step),
                        fields.optional("table").map(Located::text));
        fields.done();
        return limits;
    }

    private String step(Located at) {
        if (at.text() == null) {
            findings.add(at, "there must be a step here", "Write part-step: whole-step");
            return "";
        }
        return at.text();
    }

    private ReceivingLimit receiving(Located at) {
        Fields fields = new Fields(at, findings);
        Limit limit = limit(at, fields);
        boolean deemed = fields.flag("deemed");
        boolean counted = fields.flag("counted", false);
        fields.done();
        return new ReceivingLimit(limit, deemed, counted);
    }

    private Limit limit(Located at) {
        Fields fields = new Fields(at, findings);
        Limit limit = limit(at, fields);
        fields.done();
        return limit;
    }

    private Limit limit(Located at, Fields fields) {
        int amount = fields.integer("amount");
        if (amount < 0) {
            findings.add(at.nearest("amount"), "a limit is never negative", "Write 0 or more");
        }
        String word = fields.text("unit");
        Optional<TermUnit> unit = LimitUnits.find(word);
        if (unit.isEmpty()) {
            findings.add(
                    at.nearest("unit"),
                    "\"" + word + "\" is not a unit",
                    "Use one of " + LimitUnits.WORDS);
        }
        return new Limit(
                amount,
                unit.orElse(TermUnit.WORKING_DAYS),
                fields.text("source"),
                fields.flag("provisional", false));
    }
}
