package org.banshi.web.citizen;

import java.time.Instant;
import java.util.List;
import org.banshi.app.inbox.Inbox;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.progress.News;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a citizen was told in all cases, and how much of it is new. */
@Controller
@RequestMapping("/inbox")
class InboxPage {

    private final Tidings tidings;
    private final Inbox inbox;

    InboxPage(Tidings tidings, Inbox inbox) {
        this.tidings = tidings;
        this.inbox = inbox;
    }

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        SignedIn who = Access.citizen(caller);
        Instant readUntil = inbox.readUntil(DraftPerson.of(who));
        List<News> news = tidings.of(who);
        model.addAttribute("news", news);
        model.addAttribute("readUntil", readUntil);
        model.addAttribute("most", news.size() < Tidings.MOST ? null : Tidings.MOST);
        model.addAttribute("unread", Tidings.unread(news, readUntil));
        return "citizen/inbox";
    }

    /**
     * Marks as read what the page showed, and nothing that came since.
     *
     * @param until when the newest line of the page happened
     */
    @PostMapping
    String read(@AuthenticationPrincipal @Nullable SignedIn caller, @RequestParam Instant until) {
        PersonId person = DraftPerson.of(Access.citizen(caller));
        tidings.of(Access.citizen(caller)).stream()
                .map(News::at)
                .filter(at -> !at.isAfter(until))
                .max(Instant::compareTo)
                .ifPresent(at -> inbox.read(person, at));
        return "redirect:/inbox";
    }
}
