package org.banshi.web.citizen;

import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.web.form.FormMask;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.form.NumberMask;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a citizen filled in and handed in for a case, to be read again. */
@Controller
@RequestMapping("/cases/{number}/materials")
class CasePapersPage {

    private final PaperReading papers;
    private final Reads reads;
    private final Catalogue catalogue;

    CasePapersPage(PaperReading papers, Reads reads, Catalogue catalogue) {
        this.papers = papers;
        this.reads = reads;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        CaseFile file =
                reads.one(new FindCaseFile(number, Access.citizen(caller).scope()), CaseFile.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        model.addAttribute("file", file);
        model.addAttribute("form", answers(file));
        model.addAttribute("papers", papers.list(file));
        return "citizen/papers";
    }

    /** With numbers masked, as on everything that others may look at over one's shoulder. */
    private @Nullable FormView answers(CaseFile file) {
        return catalogue
                .find(new ServiceVersion(file.service(), file.serviceVersion()))
                .map(service -> service.form().schema())
                .map(
                        schema ->
                                FormRenderer.render(
                                        schema,
                                        NumberMask.mask(FormMask.mask(schema, file.form())),
                                        List.of()))
                .orElse(null);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id) {
        return papers.ofCase(Access.citizen(caller), number, id);
    }
}
