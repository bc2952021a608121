package org.banshi.web.citizen;

import java.util.ArrayList;
import java.util.List;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.letter.LetterText;
import org.banshi.app.letter.LetterText.Part;
import org.banshi.app.letter.LetterText.Style;
import org.banshi.app.qr.QrCode;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.CarriedOn;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.letter.LetterFile;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What an applicant has in hand after filing: on the page, and as a file to keep. */
@Controller
@RequestMapping("/cases/{number}")
class ReceiptPages {

    private static final Text PAGE = Text.of("第 %1$d 页 共 %2$d 页", "Page %1$d of %2$d");
    private static final Text COLON = Text.of("：", ": ");

    private final CitizenActs acts;
    private final CaseEvents events;
    private final Regions regions;
    private final LetterPdf pdf;
    private final MessageSource messages;

    ReceiptPages(
            CitizenActs acts,
            CaseEvents events,
            Regions regions,
            LetterPdf pdf,
            MessageSource messages) {
        this.acts = acts;
        this.events = events;
        this.regions = regions;
        this.pdf = pdf;
        this.messages = messages;
    }

    @GetMapping("/receipt")
    String receipt(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @ModelAttribute("say") Words say,
            Model model) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        model.addAttribute("found", found);
        model.addAttribute("queryCode", applied(who, found).queryCode());
        model.addAttribute("byCode", acts.definition(found).progressByQueryCode());
        model.addAttribute(
                "qr",
                QrCode.svg(
                        progressPage(number),
                        say.language().equals("en")
                                ? "QR code of the progress page"
                                : "进度查询页面二维码"));
        return "citizen/receipt";
    }

    /** The same as a paper, in the language of the page. */
    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @ModelAttribute("say") Words say) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        Applied applied = applied(who, found);
        ServiceDefinition item = acts.definition(found);
        List<Part> body = new ArrayList<>();
        body.add(line(say, "apply.service", say.of(found.serviceName())));
        body.add(line(say, "apply.region", say.of(regions.name(found.region()))));
        body.add(line(say, "apply.who", applied.details().name()));
        body.add(line(say, "receipt.when", say.time(found.milestones().get(0).at())));
        body.add(line(say, "receipt.code", applied.queryCode()));
        if (!applied.materials().isEmpty()) {
            body.add(new Part(Style.HEADING, words(say, "case.papers")));
            // A paper of several files is one paper.
            applied.materials().stream()
                    .map(it -> say.of(name(item, it)))
                    .distinct()
                    .forEach(it -> body.add(new Part(Style.ITEM, it)));
        }
        body.add(new Part(Style.HEADING, words(say, "receipt.next")));
        body.add(new Part(Style.PLAIN, say.of(found.now())));
        body.add(new Part(Style.PLAIN, say.of(found.next())));
        body.add(line(say, "case.phone", found.officePhone()));
        if (item.progressByQueryCode()) {
            body.add(new Part(Style.NOTE, words(say, "receipt.keep")));
        }
        body.add(new Part(Style.NOTE, words(say, "receipt.scan") + of(say, COLON)));
        String numbered = words(say, "case.number") + of(say, COLON) + number;
        LetterText text =
                new LetterText(
                        say.tag(),
                        say.of(regions.name(found.region())) + " · " + words(say, "brand"),
                        words(say, "receipt.paper"),
                        numbered,
                        body,
                        "",
                        "",
                        numbered,
                        of(say, PAGE),
                        progressPage(number));
        return LetterFile.of("receipt-" + number, pdf.print(text));
    }

    private Part line(Words say, String label, String value) {
        return new Part(Style.PLAIN, words(say, label) + of(say, COLON) + value);
    }

    private String words(Words say, String key) {
        return messages.getMessage(key, null, say.locale());
    }

    private static String of(Words say, Text text) {
        return text.in(say.language());
    }

    /** Papers that came by another way than the item's list go by what they are called there. */
    private static Text name(ServiceDefinition item, Material material) {
        return item.materials().stream()
                .filter(spec -> spec.code().equals(material.code()))
                .findFirst()
                .map(MaterialSpec::name)
                .orElseGet(() -> Text.of(material.code(), material.code()));
    }

    private static String progressPage(String number) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/progress")
                .queryParam("number", number)
                .toUriString();
    }

    /** The query code is the applicant's own; nobody else is shown it, whoever may see the case. */
    private Applied applied(SignedIn who, Progress found) {
        List<Event> story = events.of(found.application()).stream().map(Recorded::event).toList();
        return story.stream()
                .filter(Applied.class::isInstance)
                .map(Applied.class::cast)
                .filter(applied -> applicant(applied, story).equals(who.scope().person()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    private static PersonId applicant(Applied applied, List<Event> story) {
        return story.stream()
                .filter(CarriedOn.class::isInstance)
                .map(it -> ((CarriedOn) it).subject())
                .reduce(applied.subject(), (earlier, later) -> later);
    }
}
