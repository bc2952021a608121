package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banshi.app.audit.look.Look;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.process.policy.Residents;
import org.banshi.query.contract.audit.FindPersonRecords;
import org.banshi.query.contract.audit.PersonRecords;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a person by identity number; only for an auditor who has said why. */
@Controller
@RequestMapping("/audit/people")
class PeoplePage {

    /** Name of the parameter. */
    private static final String ALSO = "also";

    private final AuditDesk desk;
    private final Residents residents;
    private final PersonsByNumber persons;
    private final Reads reads;
    private final Catalogue catalogue;

    PeoplePage(
            AuditDesk desk,
            Residents residents,
            PersonsByNumber persons,
            Reads reads,
            Catalogue catalogue) {
        this.desk = desk;
        this.residents = residents;
        this.persons = persons;
        this.reads = reads;
        this.catalogue = catalogue;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        return "auditor/people";
    }

    /** The number is never part of an address; the person's id says nothing of it. */
    @PostMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String identityNumber,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        if (desk.purpose(who).isEmpty()) {
            return "redirect:/audit/purpose?back=/audit/people";
        }
        String number = identityNumber.strip().toUpperCase(Locale.ROOT);
        Optional<PersonId> registered = residents.find(number);
        List<String> found =
                persons.find(number).stream()
                        .filter(it -> registered.equals(Optional.of(it)) || isKnown(it, who))
                        .map(PersonId::value)
                        .toList();
        if (found.isEmpty()) {
            desk.looked(who, Look.Kind.PERSON, "nobody", null);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("missed", true);
            model.addAttribute("typed", number);
            return "auditor/people";
        }
        return "redirect:" + address(found);
    }

    private boolean isKnown(PersonId person, SignedIn who) {
        return !records(person, who).isEmpty();
    }

    private PersonRecords records(PersonId person, SignedIn who) {
        return reads.one(new FindPersonRecords(person, who.scope()), PersonRecords.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private static String address(List<String> ids) {
        return "/audit/people/"
                + ids.get(0)
                + (ids.size() == 1 ? "" : "?" + ALSO + "=" + ids.get(1));
    }

    /**
     * What is kept of a person.
     *
     * @param also the other id of the same person, for whom somebody else applied
     */
    @GetMapping("/{person}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @RequestParam(name = ALSO, required = false) @Nullable String also,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        List<PersonId> ids =
                also == null || also.equals(person)
                        ? List.of(id(person))
                        : List.of(id(person), id(also));
        List<String> shown = ids.stream().map(PersonId::value).toList();
        if (desk.purpose(who).isEmpty()) {
            String back = URLEncoder.encode(address(shown), StandardCharsets.UTF_8);
            return "redirect:/audit/purpose?back=" + back.replace("%2F", "/");
        }
        shown.forEach(it -> desk.looked(who, Look.Kind.PERSON, it, null));
        model.addAttribute("person", String.join(" · ", shown));
        PersonRecords records =
                ids.stream().map(it -> records(it, who)).reduce(PersonRecords::with).orElseThrow();
        model.addAttribute("records", records);
        Map<String, Text> names =
                catalogue.current().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.version().service(), ServiceDefinition::name));
        model.addAttribute("names", names);
        // A benefit is called as what granted it.
        Map<String, Text> called = new HashMap<>();
        records.cases().forEach(it -> called.put(it.number(), names.get(it.service())));
        model.addAttribute("called", called);
        return "auditor/person";
    }

    private static PersonId id(String typed) {
        try {
            return new PersonId(typed);
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }
}
