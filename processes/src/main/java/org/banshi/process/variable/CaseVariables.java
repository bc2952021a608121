package org.banshi.process.variable;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The process variables of a case: ids and words, never personal data. */
public final class CaseVariables {

    public static final String APPLICATION = "application";
    public static final String SERVICE = "service";
    public static final String VERSION = "version";
    public static final String REGION = "region";

    /** The word of the last task or decision. */
    public static final String OUTCOME = "outcome";

    /** The first instant after the end of the last act that has one. */
    public static final String UNTIL = "until";

    /** The register question that a branch waits for. */
    public static final String QUESTION = "question";

    /** The document whose delivery a branch waits for. */
    public static final String DELIVERY = "delivery";

    private static final Set<String> TYPES = Set.of("string", "integer", "date", "null");

    private static final Pattern WORD = Pattern.compile("(?!.*\\d{4})[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Map<String, Pattern> SHAPES =
            Map.of(
                    APPLICATION,
                    ID,
                    DELIVERY,
                    ID,
                    VERSION,
                    Pattern.compile("\\d{1,6}"),
                    REGION,
                    Pattern.compile("\\d{6}|\\d{9}"));

    private CaseVariables() {}

    /** What a case begins with. */
    public static Map<String, Object> start(
            ApplicationId application, ServiceVersion service, RegionCode region) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(APPLICATION, application.value());
        variables.put(SERVICE, service.service());
        variables.put(VERSION, service.version());
        variables.put(REGION, region.value());
        return variables;
    }

    public static ApplicationId application(VariableScope scope) {
        return new ApplicationId((String) scope.getVariable(APPLICATION));
    }

    /** Where the case is handled. */
    public static RegionCode region(VariableScope scope) {
        return new RegionCode((String) scope.getVariable(REGION));
    }

    public static ServiceVersion service(VariableScope scope) {
        return new ServiceVersion(
                (String) scope.getVariable(SERVICE), (Integer) scope.getVariable(VERSION));
    }

    public static ServiceVersion service(VariableMap variables) {
        return new ServiceVersion(
                variables.getValue(SERVICE, String.class),
                variables.getValue(VERSION, Integer.class));
    }

    /** The first instant after the last day where the law counts days. */
    public static Date after(DueDate due) {
        return Date.from(due.day().plusDays(1).atStartOfDay(Stamp.ZONE).toInstant());
    }

    /**
     * Refuses what could be personal: anything but an id, a word, a small number or a date.
     *
     * @throws IllegalStateException naming the variable, never its value
     */
    public static void check(String name, String type, @Nullable String text) {
        boolean shaped = text == null || SHAPES.getOrDefault(name, WORD).matcher(text).matches();
        if (!TYPES.contains(type) || !shaped) {
            throw new IllegalStateException("process variable " + name + " holds no id or word");
        }
    }
}
