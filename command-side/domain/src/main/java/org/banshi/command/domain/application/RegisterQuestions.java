package org.banshi.command.domain.application;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.jspecify.annotations.Nullable;

/** Which of other bodies' records were asked about whom, and the paper that allows it. */
final class RegisterQuestions {

    /** Code of the material by which people let other bodies' records be asked (授权书). */
    private static final String AUTHORITY = "authority";

    private String paper = "";
    private final Map<String, Inquiry> inquiries = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();
    private int highest;

    /** The id of the signed authority that was handed in last, or else the case's number. */
    String paper() {
        return paper;
    }

    /** Null when it was never asked. */
    @Nullable Inquiry inquiry(String question) {
        return inquiries.get(question);
    }

    /** Whether answers to it are awaited. */
    boolean open(String question) {
        Inquiry inquiry = inquiries.get(question);
        return inquiry != null && inquiry.open();
    }

    /** A number for each of these people: the one that they had, or the next. */
    Map<String, Integer> numbers(List<String> identityNumbers) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int next = highest;
        for (String one : identityNumbers) {
            Integer had = members.get(one);
            numbers.put(one, had == null ? ++next : had);
        }
        return numbers;
    }

    void on(ApplicationEvent.Applied event) {
        paper = event.number();
        take(event.materials());
    }

    void on(ApplicationEvent.Supplemented event) {
        take(event.materials());
    }

    void on(ApplicationEvent.RegisterAsked event) {
        inquiries.put(event.question(), inquiry(event.question(), event.register()).on(event));
        if (event.member() != null) {
            remember(event.member(), event.about());
        }
    }

    /** What is known then. */
    Inquiry on(ApplicationEvent.RegisterWithheld event) {
        Inquiry inquiry = inquiry(event.question(), event.register()).on(event);
        inquiries.put(event.question(), inquiry);
        remember(event.member(), event.about());
        return inquiry;
    }

    /** What is known then. */
    Inquiry on(ApplicationEvent.RegisterAnswered event) {
        Inquiry inquiry = inquiry(event.question(), event.register()).on(event);
        inquiries.put(event.question(), inquiry);
        return inquiry;
    }

    private Inquiry inquiry(String question, String register) {
        return inquiries.getOrDefault(question, Inquiry.of(register));
    }

    private void remember(int member, @Nullable FormData about) {
        highest = Math.max(highest, member);
        if (CaseFacts.valuesOf(about).get("identityNumber") instanceof String number) {
            members.put(number, member);
        }
    }

    private void take(List<Material> materials) {
        materials.stream().filter(it -> it.code().equals(AUTHORITY)).forEach(it -> paper = it.id());
    }
}
