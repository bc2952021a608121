package org.banshi.catalogue.manifest;

import java.util.List;
import java.util.Map;
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
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.text.Text;

/**
 * What {@code service.yaml} says.
 *
 * @param at the file itself, for the place of every word
 * @param first cases that go before others: by decision, at which outcomes
 * @param facts what facts are called, and their coded values by {@code fact.value}
 */
public record Manifest(
        Located at,
        Text name,
        Text summary,
        String family,
        String category,
        List<String> keywords,
        String implementationCode,
        Item item,
        List<String> regions,
        List<String> except,
        Text elsewhere,
        boolean exOfficio,
        boolean heirs,
        boolean ownLoginOnly,
        Publishing publishing,
        int trustLevel,
        Text fees,
        Text place,
        String consultationPhone,
        String supervisionPhone,
        boolean progressByQueryCode,
        List<MaterialSpec> materials,
        LimitSpecs limits,
        Map<String, StepSpec> steps,
        Map<String, AutomaticStep> automatic,
        Map<String, Map<String, Text>> decisions,
        Map<String, List<String>> first,
        Map<String, Text> facts,
        List<ResultLine> result,
        Map<String, ReasonSpec> reasons,
        List<Opening> opens,
        List<Indexing> reratings,
        Map<String, Ending> endings,
        Map<String, ActWords> words,
        Optional<Retention> retention) {

    /**
     * The item's elements of GB/T 39046 that are not said elsewhere.
     *
     * @param type 事项类型, two digits
     * @param level 行使层级, 1 to 7
     * @param body 实施主体, a key of the bodies
     * @param objects 服务对象, 1 to 6
     * @param ways 办理形式
     * @param caseType 办件类型
     */
    public record Item(
            String type,
            int level,
            List<String> legalBasis,
            String body,
            List<String> objects,
            List<String> ways,
            int caseType,
            Optional<Text> resultName) {}

    /**
     * A user task, its forms still named by file.
     *
     * @param apart steps that another officer does
     * @param impartial whether its officer declares not to be concerned
     */
    public record StepSpec(
            String key,
            String body,
            Text title,
            Text now,
            Text next,
            List<OutcomeSpec> outcomes,
            List<String> apart,
            boolean impartial) {}

    /**
     * One way in which a task can end.
     *
     * @param decides whether it is marked as the decision on the application
     * @param form path of the schema within the package, when there is a form
     */
    public record OutcomeSpec(
            String key, String act, Text label, boolean decides, Optional<String> form) {}
}
