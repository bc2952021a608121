package org.banshi.command.domain.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Material;
import org.jspecify.annotations.Nullable;

/** Which of other bodies' records were asked, what is still awaited, and under what authority. */
final class RegisterQuestions {

    /** Code of the material by which people let other bodies' records be asked (授权书). */
    private static final String AUTHORITY = "authority";

    private String authority = "";
    private final Map<String, String> registers = new HashMap<>();
    private final Set<String> awaited = new HashSet<>();

    /** The id of the signed authority that was handed in last, or else the case's number. */
    String authority() {
        return authority;
    }

    /** The register that a question went to, null when it was never asked. */
    @Nullable String register(String question) {
        return registers.get(question);
    }

    boolean awaits(String question) {
        return awaited.contains(question);
    }

    void on(ApplicationEvent.Applied event) {
        authority = event.number();
        take(event.materials());
    }

    void on(ApplicationEvent.Supplemented event) {
        take(event.materials());
    }

    void on(ApplicationEvent.RegisterAsked event) {
        registers.put(event.question(), event.register());
        awaited.add(event.question());
    }

    void on(ApplicationEvent.RegisterAnswered event) {
        awaited.remove(event.question());
    }

    private void take(List<Material> materials) {
        materials.stream()
                .filter(it -> it.code().equals(AUTHORITY))
                .forEach(it -> authority = it.id());
    }
}
