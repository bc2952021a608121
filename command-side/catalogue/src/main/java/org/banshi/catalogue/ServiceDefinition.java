package org.banshi.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a service item, read from its folder and checked as a whole. Immutable.
 */
public interface ServiceDefinition {

    ServiceVersion version();

    /** SHA-256 over the package's files, lower-case hex. */
    String contentHash();

    Text name();

    Text summary();

    /**
     * The family whose acts the item uses, such as {@code social-assistance}; empty for the shared
     * lifecycle alone.
     */
    String family();

    /** Category for browsing, such as {@code welfare}. */
    String category();

    /** 实施编码, 31 characters: USCC 18 + level 1 + basic code 12. */
    String implementationCode();

    /** Words by which citizens search, beside the name. */
    List<String> keywords();

    /** Whether the item is offered in {@code region} (a county or town of the applicant). */
    boolean offeredIn(RegionCode region);

    /** The regions where it is offered, widest first. */
    List<RegionCode> regions();

    /** What to do where it is not offered. */
    Text elsewhere();

    /** Whether others may go on after the applicant's death: it is not the person's alone. */
    default boolean heirs() {
        return false;
    }

    /** Whether only an office begins its cases (依职权): it is offered to nobody. */
    default boolean exOfficio() {
        return false;
    }

    /** Whether nobody applies for another (仅限本人办理), such as where only the mother may. */
    default boolean ownLoginOnly() {
        return false;
    }

    /** Whether any organisation may apply (服务对象 2 to 6), and not people only. */
    default boolean forOrganisations() {
        return false;
    }

    /** How a version comes about, and what it means for cases that run. */
    default Publishing publishing() {
        return Publishing.PINNED;
    }

    /** Minimum trust level of the log-in (2 to 5, Guangdong's levels 二 to 五). */
    int trustLevel();

    List<MaterialSpec> materials();

    /** Fees in words; says so when there is none. */
    Text fees();

    Text place();

    String consultationPhone();

    /** Whether stage, dates and office phone may be seen with the query code and no log-in. */
    boolean progressByQueryCode();

    /** How long the files of its cases are kept; empty where it does not say. */
    default Optional<Retention> retention() {
        return Optional.empty();
    }

    /** The application form. */
    FormSchema form();

    /** Names of the form's fields by whose values officers can filter their work. */
    default Set<String> facets() {
        return Set.of();
    }

    /** User tasks, by the id in the BPMN. */
    Map<String, Step> steps();

    /** Service tasks, by the id in the BPMN. */
    Map<String, AutomaticStep> automaticSteps();

    /**
     * Whether a case ends by itself on its last day. Then no office can stop its time: the parties
     * may go elsewhere from that day on (劳动争议调解仲裁法 14).
     */
    default boolean endsByItself() {
        return automaticSteps().values().stream()
                .anyMatch(it -> it.act().equals(TaskActs.CASE_TERM));
    }

    /**
     * What the citizen reads after an act, by the act's stored event name (such as {@code
     * application.accepted}): three texts {@code now}, {@code next} and {@code who}. The package's
     * own words win over the shared ones.
     */
    ActWords words(String eventName);

    /** Words for one act. {@code who} may be null where nobody has to act. */
    record ActWords(Text title, Text now, Text next, @Nullable Text who) {}

    /** The lines of the result that an approval grants, in the order shown. */
    List<ResultLine> resultLines();

    /**
     * One line of a result.
     *
     * @param key stable, such as {@code monthlyAmount}
     * @param from path into the case's facts, such as {@code amount.monthlyAmount}
     * @param format {@code money} (yuan, two decimals), {@code month} (yyyy-MM), {@code date} or
     *     {@code text}
     */
    record ResultLine(String key, String from, Text label, String format) {}

    /** Why a case can be refused, by the reason's key: what the applicant reads, and the rule. */
    Map<String, ReasonSpec> reasons();

    /** A reason for a refusal or rejection, with law and article. */
    record ReasonSpec(Text text, String rule) {}

    /**
     * What the outcomes of decisions are called, by decision and outcome: of each decision that the
     * process runs, all that it can say.
     */
    default Map<String, Map<String, Text>> decisionWords() {
        return Map.of();
    }

    /**
     * What the item's own facts are called, such as what its tables say and registers answer, and
     * coded values by {@code fact.value}. They win over {@link ReferenceData#factWords()}.
     */
    default Map<String, Text> factWords() {
        return Map.of();
    }

    /**
     * How a case of this item can end, in its own words, by the mark that leads there: {@code
     * <decision>/<outcome>}, {@code <step>/<outcome>}, {@code <step>/<event>} for an act that ends
     * the case in that step, or an event's stored name. Empty where it is approved or rejected.
     */
    default Map<String, Ending> endings() {
        return Map.of();
    }

    /**
     * How a case ended.
     *
     * @param status in short, such as "closed: no agreement"
     * @param now what the applicant reads
     * @param next what can be done from there
     */
    record Ending(Text status, Text now, Text next) {}

    /** What an approval opens beyond the case, in the order written. */
    default List<Opening> opens() {
        return List.of();
    }

    /** How benefits that the item opens are rated anew; none where their amounts stay. */
    default List<Indexing> reratings() {
        return List.of();
    }

    /** Guide as Markdown, by language tag {@code zh} or {@code en}. */
    String guide(String language);

    /** The BPMN 2.0 XML. Its process id is the item's name. */
    byte[] process();

    /**
     * At which outcomes of a decision a case goes before the others of those who deal with it; null
     * for a decision that says nothing of it.
     */
    default @Nullable Set<String> firstAt(String decision) {
        return null;
    }

    /** Names of the package's decisions. */
    List<String> decisions();

    /**
     * Decide by one of the package's tables.
     *
     * @param decision id of the decision in the DMN
     * @param region the case's region
     * @param asOf date of the fact that the rule judges
     * @param facts inputs by name: money as BigDecimal, dates as ISO strings, numbers as Integer or
     *     BigDecimal
     * @throws NoRuleException when no row applies: a gap in the table, never a silent refusal
     */
    Decision decide(
            String decision,
            RegionCode region,
            LocalDate asOf,
            Map<String, @Nullable Object> facts);

    /**
     * Limit of a stage ({@code step} is a user task's key) or of the whole case ({@code overall}).
     */
    Optional<Limit> limit(String step, RegionCode region, LocalDate asOf);

    /** The time for the first word on the papers; empty where the item has no acceptance. */
    Optional<ReceivingLimit> receiving();

    /**
     * The step that a step's time is part of: both count from when the first of them began, and
     * both limits bind. The step itself where its time is its own.
     */
    String within(String step);

    /** The statutory limit of the whole case beside the promised one; both are shown. */
    Optional<Limit> statutoryLimit(RegionCode region, LocalDate asOf);
}
