package org.banshi.web.publisher;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.banshi.app.publishing.Previews;
import org.banshi.app.publishing.PublishersDesk;
import org.banshi.app.publishing.PublishersDesk.Content;
import org.banshi.app.publishing.Upload;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.diagram.DiagramReader;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The publisher's desk. */
@Controller
@RequestMapping("/publishing")
class PublishingPages {

    private final PublishersDesk desk;
    private final Previews previews;
    private final ReadableTables tables;
    private final Commands commands;
    private final Failures failures;

    PublishingPages(
            PublishersDesk desk,
            Previews previews,
            ReadableTables tables,
            Commands commands,
            Failures failures) {
        this.desk = desk;
        this.previews = previews;
        this.tables = tables;
        this.commands = commands;
        this.failures = failures;
    }

    @GetMapping
    String items(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        Access.require(caller, Role.PUBLISHER);
        model.addAttribute("done", "discarded".equals(done) ? done : null);
        return items(model);
    }

    private String items(Model model) {
        model.addAttribute("items", desk.items());
        List<Upload> open = desk.open();
        model.addAttribute("uploads", open);
        model.addAttribute(
                "names",
                open.stream()
                        .map(Upload::service)
                        .distinct()
                        .collect(Collectors.toMap(it -> it, desk::name)));
        return "publisher/items";
    }

    @PostMapping("/uploads")
    String upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        byte[] zip = file == null ? new byte[0] : file.getBytes();
        return doing(
                () ->
                        "redirect:/publishing/uploads/"
                                + desk.receive(zip, commands.stamp(who.actor())),
                () -> items(model),
                model,
                response);
    }

    @GetMapping("/uploads/{id}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @ModelAttribute("say") Words say,
            Model model) {
        return page(Access.require(caller, Role.PUBLISHER), id, say, model);
    }

    private String page(SignedIn who, String id, Words say, Model model) {
        Upload upload =
                desk.upload(id).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        model.addAttribute("upload", upload);
        model.addAttribute("name", desk.name(upload.service()));
        model.addAttribute("own", upload.by().equals(who.actor().account()));
        if (upload.findings().isEmpty()) {
            desk.content(upload)
                    .ifPresent(
                            content -> {
                                look(content, say, model);
                                if (upload.open()) {
                                    model.addAttribute("takesTwo", desk.takesTwo(upload));
                                    model.addAttribute(
                                            "preview",
                                            previews.of(upload.service(), content.files()));
                                }
                            });
        }
        return "publisher/upload";
    }

    /** The part of the page that tells how far the scenarios have come. */
    @GetMapping("/uploads/{id}/progress")
    String progress(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        Access.require(caller, Role.PUBLISHER);
        Upload upload =
                desk.upload(id).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (upload.state() != Upload.State.WAITING) {
            // What can be done has changed: the whole page is wanted.
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("upload", upload);
        return "publisher/upload :: progress";
    }

    @PostMapping("/uploads/{id}/publication")
    String publish(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        if (!confirmed) {
            return unconfirmed(() -> page(who, id, say, model), model, response);
        }
        return doing(
                () ->
                        "redirect:/publishing/services/"
                                + desk.publish(id, commands.stamp(who.actor())).service()
                                + "?done=published",
                () -> page(who, id, say, model),
                model,
                response);
    }

    @PostMapping("/uploads/{id}/discarding")
    String discard(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        return doing(
                () -> {
                    desk.discard(id, commands.stamp(who.actor()));
                    return "redirect:/publishing?done=discarded";
                },
                () -> page(who, id, say, model),
                model,
                response);
    }

    @GetMapping("/services/{service}")
    String story(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        Access.require(caller, Role.PUBLISHER);
        model.addAttribute(
                "done",
                done != null && List.of("published", "rolled-back").contains(done) ? done : null);
        return story(service, model);
    }

    private String story(String service, Model model) {
        model.addAttribute(
                "story",
                desk.story(service).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
        model.addAttribute(
                "uploads",
                desk.open().stream().filter(it -> it.service().equals(service)).toList());
        return "publisher/item";
    }

    @GetMapping("/services/{service}/versions/{version}")
    String version(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable int version,
            @ModelAttribute("say") Words say,
            Model model) {
        Access.require(caller, Role.PUBLISHER);
        Content content =
                desk.version(service, version)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        look(content, say, model);
        return "publisher/version";
    }

    @PostMapping("/services/{service}/rollbacks")
    String rollBack(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        desk.story(service).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (!confirmed) {
            return unconfirmed(() -> story(service, model), model, response);
        }
        return doing(
                () -> {
                    desk.rollBack(service, version, commands.stamp(who.actor()));
                    return "redirect:/publishing/services/" + service + "?done=rolled-back";
                },
                () -> story(service, model),
                model,
                response);
    }

    private void look(Content content, Words say, Model model) {
        model.addAttribute("service", content.definition());
        model.addAttribute(
                "form",
                FormRenderer.render(
                        content.definition().form().schema(), FormData.empty(), List.of()));
        model.addAttribute("tables", tables.of(content.files(), say));
        model.addAttribute("diagram", DiagramReader.read(content.definition().process()));
        model.addAttribute("nowhere", new HashMap<String, Integer>());
    }

    private static String unconfirmed(
            Supplier<String> page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("unconfirmed", true);
        return page.get();
    }

    private String doing(
            Supplier<String> act,
            Supplier<String> page,
            Model model,
            HttpServletResponse response) {
        try {
            return act.get();
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page.get();
        }
    }
}
