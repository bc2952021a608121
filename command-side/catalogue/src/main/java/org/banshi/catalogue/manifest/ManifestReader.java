package org.banshi.catalogue.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Indexing;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.Retention;
import org.banshi.catalogue.ServiceDefinition.ActWords;
import org.banshi.catalogue.ServiceDefinition.Ending;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.ServiceDefinition.ResultLine;
import org.banshi.catalogue.manifest.Manifest.Item;
import org.banshi.catalogue.manifest.Manifest.OutcomeSpec;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.text.Text;

/** Reads {@code service.yaml}. */
public final class ManifestReader {

    /** The file's name in every package. */
    public static final String FILE = "service.yaml";

    private final Findings findings;

    private ManifestReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads the file; whatever is wrong becomes a finding and a harmless value. */
    public static Manifest read(byte[] bytes, Findings findings) {
        Located root = YamlSource.read(FILE, bytes, findings);
        return new ManifestReader(findings).read(root);
    }

    /** What a package without the file says, which is a finding. */
    public static Manifest missing(Findings findings) {
        findings.add(FILE, 1, "the file is missing", "Add it to the package");
        return new ManifestReader(findings).read(Located.unread(FILE));
    }

    private Manifest read(Located root) {
        Fields fields = new Fields(root, findings);
        Fields phone = fields.fields("phone");
        Manifest manifest =
                new Manifest(
                        root,
                        fields.words("name"),
                        fields.words("summary"),
                        fields.text("family", ""),
                        fields.text("category"),
                        fields.texts("keywords"),
                        implementationCode(fields.fields("codes")),
                        item(fields.fields("item")),
                        fields.texts("regions"),
                        fields.texts("except"),
                        fields.words("elsewhere"),
                        fields.flag("exOfficio", false),
                        fields.flag("heirs", false),
                        fields.flag("ownLoginOnly", false),
                        publishing(fields),
                        fields.integer("trustLevel"),
                        fields.words("fees"),
                        fields.words("place"),
                        phone.text("consultation"),
                        phone.text("supervision"),
                        fields.flag("progressByQueryCode", true),
                        fields.items("materials", this::material),
                        new LimitReader(findings).read(fields.fields("limits")),
                        keyed(fields, "steps", this::step),
                        keyed(fields, "automatic", this::automatic),
                        keyed(fields, "decisions", (key, value) -> outcomes(value)),
                        fields.optional("first").map(this::first).orElse(Map.of()),
                        fields.optional("facts").map(this::outcomes).orElse(Map.of()),
                        fields.items("result", this::resultLine),
                        keyed(fields, "reasons", (key, value) -> reason(value)),
                        fields.items("opens", this::opening),
                        fields.items("reratings", this::rerating),
                        keyed(fields, "endings", (key, value) -> ending(value)),
                        keyed(fields, "words", (key, value) -> actWords(value, findings)),
                        fields.optional("retention").map(this::retention));
        phone.done();
        fields.done();
        return manifest;
    }

    private interface Entry<T> {
        T read(String key, Located value);
    }

    private static <T> Map<String, T> keyed(Fields fields, String key, Entry<T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        fields.entries(key, value -> value)
                .forEach((name, value) -> entries.put(name, reader.read(name, value)));
        return entries;
    }

    private Map<String, List<String>> first(Located at) {
        Fields decisions = new Fields(at, findings);
        Map<String, List<String>> first = new LinkedHashMap<>();
        at.entries().keySet().forEach(it -> first.put(it, decisions.texts(it)));
        return first;
    }

    private static String implementationCode(Fields codes) {
        String code = codes.text("implementation");
        codes.optional("basic");
        codes.done();
        return code;
    }

    private Publishing publishing(Fields fields) {
        return fields.optional("publishing")
                .map(
                        at -> {
                            Fields publishing = new Fields(at, findings);
                            Publishing read =
                                    new Publishing(
                                            publishing.flag("fourEyes", false),
                                            running(publishing),
                                            publishing.optional("to").map(Located::text));
                            publishing.done();
                            return read;
                        })
                .orElse(Publishing.PINNED);
    }

    private Publishing.Running running(Fields fields) {
        String word = fields.text("running", "pinned");
        Optional<Publishing.Running> known = Publishing.Running.of(word);
        if (known.isEmpty()) {
            findings.add(
                    fields.at().nearest("running"),
                    "no such policy for running cases: " + word,
                    "Use pinned, migrated or fast-forwarded");
        }
        return known.orElse(Publishing.Running.PINNED);
    }

    private Item item(Fields fields) {
        Item item =
                new Item(
                        fields.text("type"),
                        fields.integer("level"),
                        fields.texts("legalBasis"),
                        fields.text("body"),
                        fields.texts("objects"),
                        fields.texts("ways"),
                        fields.integer("caseType"),
                        fields.optionalWords("resultName"));
        fields.optionalWords("allRegions");
        fields.done();
        return item;
    }

    private MaterialSpec material(Located at) {
        Fields fields = new Fields(at, findings);
        MaterialSpec material =
                new MaterialSpec(
                        fields.text("code"),
                        fields.words("name"),
                        fields.words("issuer"),
                        fields.flag("required", true));
        fields.integer("originals", 0);
        fields.integer("copies", 0);
        fields.done();
        return material;
    }

    private Retention retention(Located at) {
        Fields fields = new Fields(at, findings);
        Retention retention =
                new Retention(
                        fields.integer("granted"),
                        fields.integer("otherwise"),
                        fields.text("source"),
                        fields.flag("provisional", false));
        if (Math.min(retention.granted(), retention.otherwise()) < 1
                || Math.max(retention.granted(), retention.otherwise()) > 100) {
            findings.add(at, "files are kept from 1 to 100 years", "Write years");
        }
        fields.done();
        return retention;
    }

    private StepSpec step(String key, Located at) {
        Fields fields = new Fields(at, findings);
        List<OutcomeSpec> outcomes = fields.items("outcomes", this::outcome);
        StepSpec step =
                new StepSpec(
                        key,
                        fields.text("body"),
                        fields.words("title"),
                        fields.words("now"),
                        fields.words("next"),
                        outcomes,
                        fields.texts("apart"),
                        fields.flag("impartial", false));
        fields.done();
        return step;
    }

    private OutcomeSpec outcome(Located at) {
        Fields fields = new Fields(at, findings);
        OutcomeSpec outcome =
                new OutcomeSpec(
                        fields.text("key"),
                        fields.text("act"),
                        fields.words("label"),
                        fields.flag("decides", false),
                        fields.optional("form").map(Located::text));
        fields.done();
        return outcome;
    }

    private AutomaticStep automatic(String key, Located at) {
        Fields fields = new Fields(at, findings);
        Map<String, Object> with = new LinkedHashMap<>();
        fields.entries("with", value -> value)
                .forEach(
                        (name, value) ->
                                with.put(name, Objects.requireNonNullElse(value.plain(), "")));
        AutomaticStep step =
                new AutomaticStep(
                        key, fields.text("act"), fields.text("outcome", ""), Map.copyOf(with));
        fields.done();
        return step;
    }

    private ResultLine resultLine(Located at) {
        Fields fields = new Fields(at, findings);
        ResultLine line =
                new ResultLine(
                        fields.text("key"),
                        fields.text("from"),
                        fields.words("label"),
                        fields.text("format", "text"));
        fields.done();
        return line;
    }

    private Opening opening(Located at) {
        Fields fields = new Fields(at, findings);
        Map<String, Object> with = new LinkedHashMap<>();
        fields.entries("with", value -> value)
                .forEach(
                        (name, value) ->
                                with.put(name, Objects.requireNonNullElse(value.plain(), "")));
        Map<String, String> from = new LinkedHashMap<>();
        fields.entries("from", value -> value)
                .forEach((name, value) -> from.put(name, String.valueOf(value.text())));
        Opening opening =
                new Opening(
                        fields.text("kind"),
                        Map.copyOf(fields.entries("when", ManifestReader::words)),
                        Map.copyOf(with),
                        Map.copyOf(from));
        fields.done();
        return opening;
    }

    private Indexing rerating(Located at) {
        Fields fields = new Fields(at, findings);
        List<Map<String, Object>> facts = fields.items("facts", ManifestReader::plain);
        Indexing rerating =
                new Indexing(
                        fields.text("kind"),
                        fields.text("decision"),
                        fields.text("output"),
                        fields.flag("perMember", false),
                        facts.isEmpty() ? List.of(Map.of()) : facts);
        fields.done();
        return rerating;
    }

    private static Map<String, Object> plain(Located at) {
        Map<String, Object> plain = new LinkedHashMap<>();
        at.entries()
                .forEach(
                        (name, value) ->
                                plain.put(name, Objects.requireNonNullElse(value.plain(), "")));
        return Map.copyOf(plain);
    }

    /** One word, or a list of them. */
    private static List<String> words(Located value) {
        return value.isList()
                ? value.items().stream().map(item -> String.valueOf(item.text())).toList()
                : List.of(String.valueOf(value.text()));
    }

    private ReasonSpec reason(Located at) {
        Fields fields = new Fields(at, findings);
        ReasonSpec reason = new ReasonSpec(fields.words("text"), fields.text("rule"));
        fields.done();
        return reason;
    }

    /** Words by what they are for: the outcomes of a decision, or facts. */
    private Map<String, Text> outcomes(Located at) {
        Fields fields = new Fields(at, findings);
        Map<String, Text> outcomes = new LinkedHashMap<>();
        at.entries().keySet().forEach(outcome -> outcomes.put(outcome, fields.words(outcome)));
        fields.done();
        return outcomes;
    }

    private Ending ending(Located at) {
        Fields fields = new Fields(at, findings);
        Ending ending =
                new Ending(fields.words("status"), fields.words("now"), fields.words("next"));
        fields.done();
        return ending;
    }

    /** Reads the words for one act, as {@code service.yaml} and the shared words both have them. */
    public static ActWords actWords(Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        Text title = fields.words("title");
        Text now = fields.words("now");
        Text next = fields.words("next");
        Optional<Text> who = fields.optionalWords("who");
        fields.done();
        return new ActWords(title, now, next, who.orElse(null));
    }
}
