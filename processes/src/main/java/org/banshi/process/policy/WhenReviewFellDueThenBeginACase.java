package org.banshi.process.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.benefit.BenefitEvent.ReviewFellDue;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.CaseStory;
import org.jspecify.annotations.Nullable;

/**
 * A benefit is to be verified: a case of the item that its package names begins ex officio (依职权),
 * for the same person, with what the officer must know in its form.
 */
public final class WhenReviewFellDueThenBeginACase implements Policy {

    /** Name of the policy, and the account that begins such cases. */
    public static final String NAME = "when-review-fell-due-then-begin-a-case";

    private final Catalogue catalogue;
    private final CaseStory story;
    private final CaseNumbering numbering;

    public WhenReviewFellDueThenBeginACase(
            Catalogue catalogue, CaseStory story, CaseNumbering numbering) {
        this.catalogue = catalogue;
        this.story = story;
        this.numbering = numbering;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(ReviewFellDue.class);
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        if (!(event instanceof ReviewFellDue due) || due.reviewBy() == null) {
            return List.of();
        }
        Optional<Applied> first = story.last(due.application(), Applied.class, it -> true);
        // Nobody goes on about a person whose key was destroyed.
        return first.filter(it -> it.details() != null)
                .map(it -> begun(due, it, stamp))
                .orElse(List.of());
    }

    /** Whoever was protected in the case that opened the benefit is so in its verification. */
    private List<Command> begun(ReviewFellDue due, Applied first, Stamp stamp) {
        List<Command> commands = new ArrayList<>(List.of(begin(due, first, stamp)));
        story.last(
                        due.application(),
                        ApplicationEvent.class,
                        it -> it instanceof Protected || it instanceof ProtectionLifted)
                .filter(Protected.class::isInstance)
                .map(Protected.class::cast)
                .filter(it -> it.reason() != null)
                .ifPresent(
                        it ->
                                commands.add(
                                        new ApplicationCommand.Protect(
                                                idOf(due), it.reason(), it.ownPhone(), stamp)));
        return commands;
    }

    private Command begin(ReviewFellDue due, Applied first, Stamp stamp) {
        String service = String.valueOf(due.reviewBy());
        ServiceDefinition definition =
                catalogue
                        .current(service)
                        .orElseThrow(() -> new IllegalStateException("no service " + service));
        return new ApplicationCommand.Apply(
                idOf(due),
                numbering.nextCaseNumber(definition.implementationCode(), stamp.day()),
                definition.version(),
                due.region(),
                due.subject(),
                first.details(),
                form(due),
                List.of(),
                Channel.EX_OFFICIO,
                numbering.newQueryCode(),
                stamp);
    }

    private static FormData form(ReviewFellDue due) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("benefit", due.benefit().value());
        form.put("kind", due.kind());
        form.put("cause", due.cause().name());
        form.put("currentAmount", due.monthlyAmount());
        if (due.change() != null) {
            form.put("change", due.change());
        }
        return new FormData(form);
    }

    private static ApplicationId idOf(ReviewFellDue due) {
        String name = due.benefit() + "/review/" + due.serial();
        return new ApplicationId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
