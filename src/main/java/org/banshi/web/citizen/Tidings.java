package org.banshi.web.citizen;

import java.time.Instant;
import java.util.List;
import org.banshi.app.inbox.Inbox;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.progress.FindMyNews;
import org.banshi.query.contract.progress.News;
import org.banshi.web.write.Reads;
import org.springframework.stereotype.Component;

/** What citizens were told, and how much of it they have not read. */
@Component
class Tidings {

    /** Most lines: who has more reads them in the cases. */
    static final int MOST = 50;

    private final Reads reads;
    private final Inbox inbox;

    Tidings(Reads reads, Inbox inbox) {
        this.reads = reads;
        this.inbox = inbox;
    }

    /** Newest first. */
    List<News> of(SignedIn who) {
        return reads.list(new FindMyNews(who.scope(), MOST), News.class);
    }

    /** How many lines the person has not read. */
    long unread(SignedIn who) {
        return unread(of(who), inbox.readUntil(DraftPerson.of(who)));
    }

    static long unread(List<News> news, Instant readUntil) {
        return news.stream().filter(one -> one.at().isAfter(readUntil)).count();
    }
}
