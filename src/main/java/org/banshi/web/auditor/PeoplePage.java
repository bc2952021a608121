package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banshi.app.audit.look.Look;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.person.PersonId;
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

    private final AuditDesk desk;
    private final Residents residents;
    private final Reads reads;
    private final Catalogue catalogue;

    PeoplePage(AuditDesk desk, Residents residents, Reads reads, Catalogue catalogue) {
        this.desk = desk;
        this.residents = residents;
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
        Optional<PersonId> person = residents.find(identityNumber.strip().toUpperCase(Locale.ROOT));
        if (person.isEmpty()) {
            desk.looked(who, Look.Kind.PERSON, "nobody", null);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("missed", true);
            return "auditor/people";
        }
        return "redirect:/audit/people/" + person.get().value();
    }

    @GetMapping("/{person}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        PersonId id = id(person);
        if (desk.purpose(who).isEmpty()) {
            return "redirect:/audit/purpose?back=/audit/people/" + id.value();
        }
        desk.looked(who, Look.Kind.PERSON, id.value(), null);
        model.addAttribute("person", id.value());
        model.addAttribute(
                "records",
                reads.one(new FindPersonRecords(id, who.scope()), PersonRecords.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
        model.addAttribute(
                "names",
                catalogue.current().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.version().service(), ServiceDefinition::name)));
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
