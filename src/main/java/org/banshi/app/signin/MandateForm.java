package org.banshi.app.signin;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** How far a mandate goes, as people fill it in. */
final class MandateForm {

    private static final Refusal UNKNOWN_SERVICE =
            Refusal.of(
                    "mandate-service-unknown",
                    Text.of(
                            "没有这个事项，或该事项不能代办。",
                            "There is no such item, or nobody applies for another."),
                    Text.of("请从列表中选择。", "Choose from the list."));

    private static final Refusal NO_SCOPE =
            Refusal.of(
                    "mandate-terms-incomplete",
                    Text.of("请选择代办的事项：所列事项，或全部事项。", "Choose the items: some of them, or all."),
                    Text.of("请补充后再提交。", "Add what is missing."));

    private MandateForm() {}

    /** The items for which somebody can act for another. */
    static List<ServiceDefinition> services(Catalogue catalogue) {
        return catalogue.current().stream()
                .filter(service -> !service.exOfficio() && !service.ownLoginOnly())
                .toList();
    }

    /** Those of them that organisations have to do with. */
    static List<ServiceDefinition> ofOrganisations(Catalogue catalogue) {
        return services(catalogue).stream().filter(ServiceDefinition::forOrganisations).toList();
    }

    /**
     * The terms.
     *
     * @param offered the items that can be named
     * @param all whether it is for everything; then no single items are named
     * @throws RefusedException when it names an item that is none
     */
    static MandateTerms terms(
            List<ServiceDefinition> offered,
            boolean all,
            List<String> services,
            List<MandateAct> acts,
            @Nullable LocalDate until) {
        Set<String> known =
                offered.stream()
                        .map(service -> service.version().service())
                        .collect(Collectors.toSet());
        if (!known.containsAll(services)) {
            throw new RefusedException(UNKNOWN_SERVICE);
        }
        if (all != services.isEmpty()) {
            throw new RefusedException(NO_SCOPE);
        }
        return new MandateTerms(
                services.stream().distinct().sorted().toList(),
                acts.stream().distinct().sorted().toList(),
                until);
    }
}
