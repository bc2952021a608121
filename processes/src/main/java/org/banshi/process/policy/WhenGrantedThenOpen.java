package org.banshi.process.policy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.banshi.catalogue.OpenedCommands;
import org.banshi.catalogue.OpenedCommands.Opened;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitCommand.ConfirmAnew;
import org.banshi.command.contract.benefit.BenefitCommand.Grant;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.task.ActCommands;
import org.banshi.process.task.FirstCertificates;

/**
 * An approval opens what its package says: the command of that kind is built from what the case
 * granted. Families add commands, not policies.
 */
public final class WhenGrantedThenOpen implements Policy, FirstCertificates {

    /** Name of the policy. */
    public static final String NAME = "when-granted-then-open";

    private final ActCommands commands;
    private final PersonalData personalData;
    private final RunningBenefits running;

    public WhenGrantedThenOpen(
            ActCommands commands, PersonalData personalData, RunningBenefits running) {
        this.commands = commands;
        this.personalData = personalData;
        this.running = running;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(Granted.class);
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        return event instanceof Granted granted ? List.of(open(granted, stamp)) : List.of();
    }

    @Override
    public Optional<CertificateCommand.Issue> issue(Granted granted, Stamp stamp) {
        return OpenedCommands.find(granted.kind())
                .filter(it -> it.command() == CertificateCommand.Issue.class)
                .filter(it -> isComplete(it, granted))
                .map(it -> (CertificateCommand.Issue) open(granted, stamp));
    }

    private static boolean isComplete(Opened opened, Granted granted) {
        return opened.components().stream()
                .map(RecordComponent::getName)
                .allMatch(it -> !opened.requires(it) || granted.with().values().get(it) != null);
    }

    /** Throws {@link IllegalStateException} when no command bears the kind: the reader parks it. */
    @Override
    public Command open(Granted granted, Stamp stamp) {
        Opened opened =
                OpenedCommands.find(granted.kind())
                        .orElseThrow(
                                () -> new IllegalStateException("nothing is " + granted.kind()));
        Map<String, Object> given = new HashMap<>();
        given.put("application", granted.application());
        given.put("applicant", granted.subject());
        given.put("person", granted.subject());
        given.put("service", granted.service());
        given.put("region", granted.region());
        given.put("stamp", stamp);
        if (opened.begins()) {
            given.put(
                    opened.target().getName(),
                    commands.read(opened.target(), idOf(opened, granted)));
        }
        Holder.of(granted, personalData).ifPresent(holder -> name(holder, opened, given));
        Command command = commands.build(opened.command(), "", given, granted.with());
        return command instanceof Grant grant ? grantOrConfirm(grant, granted) : command;
    }

    /**
     * What runs already does not begin twice. An application for it is refused; this is for one
     * that came before the benefit began.
     */
    private Command grantOrConfirm(Grant grant, Granted granted) {
        Optional<BenefitId> runs =
                grant.months() != null
                        ? Optional.empty()
                        : running.find(granted.subject(), grant.kind(), granted.with().values());
        return runs.filter(it -> !it.equals(grant.benefit()))
                .<Command>map(
                        it ->
                                new ConfirmAnew(
                                        it,
                                        grant.application(),
                                        grant.monthlyAmount(),
                                        grant.firstMonth(),
                                        Boolean.TRUE.equals(grant.makesGood())
                                                ? grant.arrears()
                                                : null,
                                        grant.reviewEvery(),
                                        grant.standard(),
                                        grant.members(),
                                        grant.stamp()))
                .orElse(grant);
    }

    /** A certificate is its holder's for life, through all applications. */
    private static void name(Holder holder, Opened opened, Map<String, Object> given) {
        given.put("person", holder.person());
        given.put("holderKey", holder.key());
        if (opened.target().getType() == CertificateId.class) {
            given.put(opened.target().getName(), CertificateId.of(holder.key()));
        }
    }

    /** The same for the same grant, whoever computes it. */
    private static String idOf(Opened opened, Granted granted) {
        if (!opened.ofPerson().isEmpty()) {
            return opened.ofPerson() + granted.subject();
        }
        return idOf(granted.application(), granted.serial());
    }

    /** Name of the stream that the case's {@code serial}th grant begins: the same for everybody. */
    public static String idOf(ApplicationId application, int serial) {
        String name = application + "/" + serial;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
