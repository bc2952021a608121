package org.banshi.catalogue.check;

import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;

/** What a package says of its own publishing fits its process. */
final class PublishingCheck {

    private PublishingCheck() {}

    static void check(Subject subject) {
        Publishing publishing = subject.manifest().publishing();
        Located at = subject.manifest().at().nearest("publishing");
        if (publishing.running() != Running.FAST_FORWARDED) {
            publishing
                    .to()
                    .ifPresent(
                            to ->
                                    subject.findings()
                                            .add(
                                                    at.nearest("to"),
                                                    "only fast-forwarded cases are taken to a step",
                                                    "Leave \"to\" out, or write running:"
                                                            + " fast-forwarded"));
            return;
        }
        if (publishing.to().isEmpty()) {
            subject.findings()
                    .add(
                            at,
                            "the step to which cases are taken is missing",
                            "Add to: and a step of this file");
            return;
        }
        String to = publishing.to().get();
        if (!subject.manifest().steps().containsKey(to)) {
            subject.findings()
                    .add(at.nearest("to"), "there is no step " + to, "Name a step of this file");
        } else if (subject.process().isPresent() && !standsAlone(subject.process().get(), to)) {
            subject.findings()
                    .add(
                            at.nearest("to"),
                            "step " + to + " lies in a sub-process or beside others",
                            "Name a step of the process itself, outside of parallel branches");
        }
    }

    /** Whether the case could stand there and nowhere else. */
    private static boolean standsAlone(XmlElement root, String step) {
        return root.all("userTask").stream()
                        .filter(it -> it.id().equals(step))
                        .anyMatch(it -> it.parent() != null && it.parent().name().equals("process"))
                && root.all("parallelGateway").isEmpty()
                && root.all("inclusiveGateway").isEmpty();
    }
}
