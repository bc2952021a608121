package org.banshi.catalogue.check;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.manifest.Manifest.StepSpec;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/**
 * The process's parts: only elements that are allowed, each as {@code service.yaml} has it, and a
 * picture of all.
 */
final class ProcessCheck {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** What a process can wait for. */
    static final Set<String> MESSAGES =
            Set.of(
                    "supplemented",
                    "withdrawn",
                    "register-answered",
                    "objection-raised",
                    "answered",
                    "assessment-accepted",
                    "assessment-disputed",
                    "answer-waits",
                    "answer-settled",
                    "claim-waits",
                    "claim-settled",
                    "recusal-waits",
                    "recusal-settled",
                    "advance-waits",
                    "advance-settled",
                    "adjournment-waits",
                    "adjournment-settled",
                    "hearing-adjourned",
                    "delivered",
                    "terminated");

    static final Set<String> NODES =
            Set.of(
                    "startEvent",
                    "endEvent",
                    "userTask",
                    "serviceTask",
                    "receiveTask",
                    "exclusiveGateway",
                    "parallelGateway",
                    "eventBasedGateway",
                    "subProcess",
                    "intermediateCatchEvent",
                    "boundaryEvent");

    private static final Set<String> OTHERS =
            Set.of(
                    "process",
                    "sequenceFlow",
                    "incoming",
                    "outgoing",
                    "conditionExpression",
                    "messageEventDefinition",
                    "timerEventDefinition",
                    "terminateEventDefinition",
                    "timeDate",
                    "timeDuration",
                    "laneSet",
                    "lane",
                    "flowNodeRef",
                    "documentation",
                    "textAnnotation",
                    "text",
                    "association",
                    "extensionElements");

    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.of(
                    "process", Set.of("historyTimeToLive"),
                    "userTask", Set.of("candidateGroups"),
                    "serviceTask", Set.of("delegateExpression"));

    private static final Set<String> ANYWHERE = Set.of("asyncBefore", "asyncAfter", "exclusive");

    private final Subject subject;
    private final Findings findings;
    private final XmlElement definitions;

    private ProcessCheck(Subject subject, XmlElement definitions) {
        this.subject = subject;
        this.findings = subject.findings();
        this.definitions = definitions;
    }

    static void check(Subject subject) {
        subject.process().ifPresent(root -> new ProcessCheck(subject, root).check());
    }

    private void check() {
        byte[] bytes = subject.files().find(Subject.PROCESS).orElseThrow();
        try {
            Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException invalid) {
            Throwable cause = invalid;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            findings.add(definitions, "not BPMN 2.0: " + cause.getMessage(), "Mend the file");
        }
        List<XmlElement> processes = definitions.children("process");
        if (processes.size() != 1) {
            findings.add(definitions, "there must be one process", "Keep one process in the file");
        }
        processes.forEach(this::process);
        definitions.children().stream()
                .filter(element -> element.namespace().equals(BPMN))
                .filter(e -> !Set.of("process", "collaboration", "message").contains(e.name()))
                .forEach(this::notAllowed);
    }

    private void process(XmlElement process) {
        if (!process.id().equals(subject.service())) {
            findings.add(
                    process,
                    "the process's id is not the folder's name",
                    "Write id=\"" + subject.service() + "\"");
        }
        if (!process.attributeOrEmpty("isExecutable").equals("true")) {
            findings.add(process, "the process is not executable", "Write isExecutable=\"true\"");
        }
        if (process.attribute(camunda("historyTimeToLive")) == null) {
            findings.add(
                    process,
                    "the process has no time to live",
                    "Write camunda:historyTimeToLive=\"180\"");
        }
        process.all().forEach(this::element);
        process.all("userTask").forEach(this::userTask);
        process.all("serviceTask").forEach(this::serviceTask);
        process.all("messageEventDefinition").forEach(this::message);
        process.all("receiveTask").forEach(this::message);
        process.all("timerEventDefinition").forEach(this::timer);
        bothWays(process);
        endings(process);
        new PictureCheck(definitions, findings).check(process);
    }

    private void element(XmlElement element) {
        if (!element.namespace().equals(BPMN)) {
            findings.add(
                    element,
                    "extension " + element.name() + " is not allowed",
                    "Remove it: a process holds no scripts, listeners or parameters");
        } else if (!NODES.contains(element.name()) && !OTHERS.contains(element.name())) {
            notAllowed(element);
        }
        for (String attribute : element.attributes().keySet()) {
            String own = attribute.replace("{" + CAMUNDA + "}", "");
            boolean foreign = attribute.startsWith("{" + CAMUNDA + "}");
            if (foreign
                    && !ANYWHERE.contains(own)
                    && !ATTRIBUTES.getOrDefault(element.name(), Set.of()).contains(own)) {
                findings.add(
                        element, "camunda:" + own + " is not allowed here", "Remove the attribute");
            }
        }
    }

    private void notAllowed(XmlElement element) {
        findings.add(
                element,
                element.name() + " is not allowed",
                "Use user tasks, service tasks, gateways, messages and timers");
    }

    private void userTask(XmlElement task) {
        StepSpec step = subject.manifest().steps().get(task.id());
        String groups = task.attributeOrEmpty(camunda("candidateGroups"));
        if (step == null) {
            findings.add(
                    task,
                    "user task " + task.id() + " is no step of service.yaml",
                    "Add it under steps");
        } else if (!groups.equals(step.body())
                && subject.reference().bodies().contains(step.body())) {
            findings.add(
                    task,
                    "user task " + task.id() + " is not given to its step's body",
                    "Write camunda:candidateGroups=\"" + step.body() + "\"");
        }
    }

    private void serviceTask(XmlElement task) {
        if (!subject.manifest().automatic().containsKey(task.id())) {
            findings.add(
                    task,
                    "service task " + task.id() + " is no automatic step of service.yaml",
                    "Add it under automatic");
        }
        if (!task.attributeOrEmpty(camunda("delegateExpression")).equals("${act}")) {
            findings.add(
                    task,
                    "service task " + task.id() + " does not call the act",
                    "Write camunda:delegateExpression=\"${act}\"");
        }
    }

    /** What {@code service.yaml} names must be in the process too. */
    private void bothWays(XmlElement process) {
        Set<String> users = ids(process.all("userTask"));
        subject.manifest().steps().keySet().stream()
                .filter(key -> !users.contains(key))
                .forEach(key -> notInProcess("steps", key, "user task"));
        Set<String> services = ids(process.all("serviceTask"));
        subject.manifest().automatic().keySet().stream()
                .filter(key -> !services.contains(key))
                .forEach(key -> notInProcess("automatic", key, "service task"));
    }

    private void notInProcess(String list, String key, String kind) {
        findings.add(
                subject.manifest().at().nearest(list, key),
                "the process has no " + kind + " " + key,
                "Add it to process.bpmn or remove it here");
    }

    private static Set<String> ids(List<XmlElement> elements) {
        Set<String> ids = new HashSet<>();
        elements.forEach(element -> ids.add(element.id()));
        return ids;
    }

    private void message(XmlElement reference) {
        String name = Flow.messageName(definitions, reference);
        if (!MESSAGES.contains(name)) {
            findings.add(
                    reference,
                    name.isEmpty() ? "no message is named" : "nobody sends a message " + name,
                    "Use one of " + MESSAGES.stream().sorted().toList());
        }
    }

    private void timer(XmlElement timer) {
        XmlElement date = timer.child("timeDate");
        XmlElement duration = timer.child("timeDuration");
        boolean allowed =
                date != null && date.text().equals("${until}")
                        || duration != null && isDuration(duration.text());
        if (!allowed) {
            findings.add(
                    timer,
                    "this timer is not allowed",
                    "Use timeDate ${until}, or timeDuration such as P7D");
        }
    }

    private static boolean isDuration(String text) {
        try {
            return text.contains("T")
                    ? !Duration.parse(text).isNegative()
                    : !Period.parse(text).isNegative();
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    /**
     * Withdrawal and termination can come at any time, and both end the process; nobody withdraws
     * what an office begins by itself.
     */
    private void endings(XmlElement process) {
        boolean exOfficio = subject.manifest().exOfficio();
        for (String ending :
                exOfficio ? List.of("terminated") : List.of("withdrawn", "terminated")) {
            Optional<XmlElement> start =
                    process.children("subProcess").stream()
                            .filter(s -> s.attributeOrEmpty("triggeredByEvent").equals("true"))
                            .flatMap(s -> s.children("startEvent").stream())
                            .filter(
                                    event ->
                                            event.children("messageEventDefinition").stream()
                                                    .anyMatch(
                                                            m ->
                                                                    Flow.messageName(definitions, m)
                                                                            .equals(ending)))
                            .findFirst();
            if (start.isEmpty()) {
                findings.add(
                        process,
                        "no event sub-process starts with the message " + ending,
                        "Add one that interrupts and ends the process");
            } else if (start.get().attributeOrEmpty("isInterrupting").equals("false")) {
                findings.add(
                        start.get(),
                        "the message " + ending + " does not interrupt the process",
                        "Write isInterrupting=\"true\"");
            }
        }
    }

    static String camunda(String attribute) {
        return "{" + CAMUNDA + "}" + attribute;
    }
}
