package org.banshi.web.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.StoredMaterial;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.DraftPapers;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Hand in what was asked for: papers, one by one, and answers to be mended. What was uploaded and
 * typed is kept at every step, also for another day and another device.
 */
@Controller
@RequestMapping("/cases/{number}/supplement")
class SupplementPages {

    /** A file from the folder, or one just taken with the camera. */
    private static final List<String> FILES = List.of("file:", "photo:");

    /** Takes an uploaded paper out again. */
    private static final String DROP = "drop:";

    /** A paper that was asked for, and the files that were uploaded for it. */
    record Asked(MaterialSpec spec, List<StoredMaterial> kept, @Nullable Text error) {}

    private final CitizenActs acts;
    private final DraftPapers papers;
    private final Drafts drafts;
    private final Reads reads;
    private final Failures failures;
    private final BusinessClock clock;

    SupplementPages(
            CitizenActs acts,
            DraftPapers papers,
            Drafts drafts,
            Reads reads,
            Failures failures,
            BusinessClock clock) {
        this.acts = acts;
        this.papers = papers;
        this.drafts = drafts;
        this.reads = reads;
        this.failures = failures;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        if (!found.yourTurn()) {
            return "redirect:/cases/" + number;
        }
        Optional<Draft> draft = draft(who, found);
        FormData begun = draft.map(Draft::form).orElse(FormData.empty());
        DraftPapers.There there =
                draft.map(papers::there).orElseGet(() -> new DraftPapers.There(Map.of()));
        return show(
                found,
                asked(found, there, Map.of()),
                filed(who, number).with(begun),
                List.of(),
                null,
                model);
    }

    /** A paper as it was uploaded. */
    @GetMapping("/papers/{code}/{sheet}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String code,
            @PathVariable String sheet) {
        SignedIn who = Access.citizen(caller);
        return draft(who, acts.caseOf(who, number))
                .map(draft -> papers.show(draft, code, sheet))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    /** Whatever is asked for, all that came is kept first: each paper and each answer. */
    @PostMapping
    String handIn(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "submit") String act,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        if (!found.yourTurn()) {
            // Handed in before, as by a second press.
            return "redirect:/cases/" + number;
        }
        String place = act.substring(act.indexOf(':') + 1);
        Map<String, Text> wrong = new HashMap<>();
        for (MaterialSpec spec : specs(found)) {
            receive(who, found, spec, request, wrong);
        }
        if (act.startsWith(DROP)) {
            String[] paper = place.split(":", 2);
            draft(who, found)
                    .ifPresent(draft -> drafts.detach(draft, paper[0], paper[paper.length - 1]));
        }
        JsonNode fields = fields(found);
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        FormData changes = FormBinder.bind(fields, posted);
        Draft draft = keep(who, found, changes);
        FormData merged = filed(who, number).with(changes);
        if (!act.equals("submit")) {
            if (!wrong.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
            List<Asked> unjudged = asked(found, papers.there(draft), wrong);
            String grown = act.startsWith("add:") ? place : null;
            return show(found, unjudged, merged, List.of(), grown, model);
        }
        return submit(who, found, draft, new Answers(changes, merged, wrong), model, response);
    }

    /**
     * What was answered.
     *
     * @param changes the answers that were asked for again
     * @param merged all of the form with them
     * @param wrong why a paper was refused, by its code
     */
    private record Answers(FormData changes, FormData merged, Map<String, Text> wrong) {}

    private String submit(
            SignedIn who,
            Progress found,
            Draft draft,
            Answers answers,
            Model model,
            HttpServletResponse response) {
        Map<String, Text> wrong = new HashMap<>(answers.wrong());
        DraftPapers.There there = papers.there(draft);
        for (MaterialSpec spec : specs(found)) {
            if (there.of(spec.code()).isEmpty()) {
                wrong.putIfAbsent(spec.code(), Text.of("请上传这份材料。", "Upload this paper."));
            }
        }
        List<Asked> asked = asked(found, there, wrong);
        List<FieldError> errors =
                fields(found).path("properties").isEmpty()
                        ? List.of()
                        : acts.definition(found).form().validate(answers.merged());
        if (!wrong.isEmpty() || !errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(found, asked, answers.merged(), errors, null, model);
        }
        List<Filing.Paper> given =
                asked.stream()
                        .flatMap(
                                one ->
                                        one.kept().stream()
                                                .map(
                                                        it ->
                                                                new Filing.Paper(
                                                                        one.spec().code(),
                                                                        it.id())))
                        .toList();
        try {
            Written written = acts.supplement(who, found, answers.changes(), given, null);
            drafts.delete(draft);
            reads.afterIfPossible(written.position(), View.PROGRESS);
            return "redirect:/cases/" + found.number() + "?done=supplemented";
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return show(found, asked, answers.merged(), List.of(), null, model);
        }
    }

    /** Keeps what came for one paper, beside what was there. */
    private void receive(
            SignedIn who,
            Progress found,
            MaterialSpec spec,
            HttpServletRequest request,
            Map<String, Text> wrong)
            throws IOException {
        if (!(request instanceof MultipartHttpServletRequest multipart)) {
            return;
        }
        for (String kind : FILES) {
            MultipartFile file = multipart.getFile(kind + spec.code());
            if (file != null && !file.isEmpty()) {
                try {
                    papers.add(open(who, found), spec.code(), file.getBytes());
                } catch (ProblemException refused) {
                    Text why = refused.kind().why();
                    Text next = refused.next();
                    wrong.put(
                            spec.code(),
                            Text.of(why.zh() + "。" + next.zh(), why.en() + ". " + next.en()));
                }
            }
        }
    }

    private Draft keep(SignedIn who, Progress found, FormData changes) {
        Draft draft = open(who, found);
        drafts.fill(draft, draft.revision(), changes, clock.now());
        return draft;
    }

    private Draft open(SignedIn who, Progress found) {
        return drafts.open(
                DraftPerson.of(who),
                new ServiceVersion(found.service(), found.serviceVersion()),
                found.region(),
                clock.now(),
                taker(found));
    }

    /** Not that of somebody who began before and has handed the case on. */
    private Optional<Draft> draft(SignedIn who, Progress found) {
        return drafts.taken(taker(found)).stream()
                .filter(draft -> draft.person().equals(DraftPerson.of(who)))
                .findFirst();
    }

    /** In place of an officer's account, of which none has such a name. */
    private static String taker(Progress found) {
        return "supplement " + found.number();
    }

    private List<Asked> asked(Progress found, DraftPapers.There there, Map<String, Text> wrong) {
        return specs(found).stream()
                .map(spec -> new Asked(spec, there.of(spec.code()), wrong.get(spec.code())))
                .toList();
    }

    private String show(
            Progress found,
            List<Asked> asked,
            FormData data,
            List<FieldError> errors,
            @Nullable String grown,
            Model model) {
        model.addAttribute("found", found);
        model.addAttribute("asked", asked);
        model.addAttribute("form", FormRenderer.render(fields(found), data, errors, grown));
        model.addAttribute("others", others(found));
        return "citizen/supplement";
    }

    private List<MaterialSpec> specs(Progress found) {
        return acts.definition(found).materials().stream()
                .filter(spec -> found.supplementItems().contains(spec.code()))
                .toList();
    }

    /** The part of the form that was asked for again. */
    private JsonNode fields(Progress found) {
        ObjectNode schema = acts.definition(found).form().schema().deepCopy();
        if (schema.get("properties") instanceof ObjectNode properties) {
            properties.retain(found.supplementItems());
        }
        return schema;
    }

    /** What was asked for and is neither a paper nor an answer: told in words only. */
    private List<String> others(Progress found) {
        ServiceDefinition definition = acts.definition(found);
        Map<String, Boolean> known = new LinkedHashMap<>();
        definition.materials().forEach(spec -> known.put(spec.code(), true));
        definition
                .form()
                .schema()
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> known.put(name, true));
        return found.supplementItems().stream().filter(item -> !known.containsKey(item)).toList();
    }

    private FormData filed(SignedIn who, String number) {
        return reads.one(new FindCaseFile(number, who.scope()), CaseFile.class)
                .map(CaseFile::form)
                .orElse(FormData.empty());
    }
}
