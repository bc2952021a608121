package org.banshi.process.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.OpenedCommands;
import org.banshi.catalogue.OpenedCommands.Opened;
import org.banshi.command.contract.application.ApplicationCommand.Foreseen;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.message.Stamp;

/**
 * A decision about a running benefit is tried on the benefit at once, in the decision's own
 * transaction, and one about a first certificate on the holder's certificate: what would be refused
 * after the conclusion, when nobody could put it right any more, is refused to the officer who
 * decides.
 */
final class Rehearsal {

    /** The day on which the notice reaches the person, which a later step writes down. */
    private static final String SERVED = "noticeServedOn";

    private final CommandGateway commands;
    private final ActCommands acts;
    private final FirstCertificates certificates;

    Rehearsal(CommandGateway commands, ActCommands acts, FirstCertificates certificates) {
        this.commands = commands;
        this.acts = acts;
        this.certificates = certificates;
    }

    /**
     * Tries what the decision would open.
     *
     * @throws org.banshi.command.contract.message.RefusedException as the benefit or the
     *     certificate would refuse it
     */
    void of(Foreseen foreseen, Stamp stamp) {
        Map<BenefitId, List<BenefitCommand>> byBenefit = new LinkedHashMap<>();
        for (Granted opening : foreseen.openings()) {
            certificates
                    .issue(opening, stamp)
                    .map(
                            issue ->
                                    new CertificateCommand.Rehearse(
                                            issue.certificate(), issue, stamp))
                    .ifPresent(commands::sendAndWait);
            Opened opened = OpenedCommands.find(opening.kind()).orElseThrow();
            if (!opened.begins() && BenefitCommand.class.isAssignableFrom(opened.command())) {
                BenefitCommand act = act(opening, opened, stamp);
                byBenefit.computeIfAbsent(act.benefit(), it -> new ArrayList<>()).add(act);
            }
        }
        byBenefit.forEach(
                (benefit, tried) ->
                        commands.sendAndWait(new BenefitCommand.Rehearse(benefit, tried, stamp)));
    }

    private BenefitCommand act(Granted opening, Opened opened, Stamp stamp) {
        Map<String, Object> given = new HashMap<>(Map.of("stamp", stamp));
        if (opening.with().values().get(SERVED) == null) {
            given.put(SERVED, stamp.day());
        }
        return (BenefitCommand) acts.build(opened.command(), "", given, opening.with());
    }
}
