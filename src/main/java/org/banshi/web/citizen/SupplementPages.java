package org.banshi.web.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Papers;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Hand in what was asked for: papers, and answers to be mended. */
@Controller
@RequestMapping("/cases/{number}/supplement")
class SupplementPages {

    private static final String FILE = "file:";
    private static final String KEPT = "kept:";

    /** A paper that was asked for; {@code id} once it is uploaded. */
    record Asked(MaterialSpec spec, @Nullable String id, @Nullable Text error) {}

    private final CitizenActs acts;
    private final Papers papers;
    private final Reads reads;

    SupplementPages(CitizenActs acts, Papers papers, Reads reads) {
        this.acts = acts;
        this.papers = papers;
        this.reads = reads;
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
        List<Asked> asked = specs(found).stream().map(spec -> new Asked(spec, null, null)).toList();
        return show(found, asked, filed(who, number), List.of(), null, model);
    }

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
        List<Asked> asked = new ArrayList<>();
        for (MaterialSpec spec : specs(found)) {
            asked.add(received(who, spec, request));
        }
        JsonNode fields = fields(found);
        String place = act.substring(act.indexOf(':') + 1);
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        FormData changes = FormBinder.bind(fields, posted);
        FormData merged = filed(who, number).with(changes);
        if (!act.equals("submit")) {
            List<Asked> unjudged =
                    asked.stream().map(one -> new Asked(one.spec(), one.id(), null)).toList();
            return show(
                    found,
                    unjudged,
                    merged,
                    List.of(),
                    act.startsWith("add:") ? place : null,
                    model);
        }
        List<FieldError> errors =
                fields.path("properties").isEmpty()
                        ? List.of()
                        : acts.definition(found).form().validate(merged);
        boolean incomplete = asked.stream().anyMatch(one -> one.id() == null);
        if (incomplete || !errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(found, asked, merged, errors, null, model);
        }
        List<Filing.Paper> given =
                asked.stream()
                        .map(one -> new Filing.Paper(one.spec().code(), String.valueOf(one.id())))
                        .toList();
        Written written = acts.supplement(who, found, changes, given, null);
        reads.afterIfPossible(written.position(), View.PROGRESS);
        return "redirect:/cases/" + number + "?done=supplemented";
    }

    /** What came for one paper: a new file, or one that was kept when something else was wrong. */
    private Asked received(SignedIn who, MaterialSpec spec, HttpServletRequest request)
            throws IOException {
        MultipartFile file =
                request instanceof MultipartHttpServletRequest multipart
                        ? multipart.getFile(FILE + spec.code())
                        : null;
        String kept = request.getParameter(KEPT + spec.code());
        if (file == null || file.isEmpty()) {
            return kept == null || kept.isBlank()
                    ? new Asked(spec, null, Text.of("请上传这份材料。", "Upload this paper."))
                    : new Asked(spec, kept, null);
        }
        try {
            return new Asked(spec, papers.keep(DraftPerson.of(who), file.getBytes()).id(), null);
        } catch (ProblemException refused) {
            Text why = refused.kind().why();
            Text next = refused.next();
            return new Asked(
                    spec, null, Text.of(why.zh() + "。" + next.zh(), why.en() + ". " + next.en()));
        }
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
