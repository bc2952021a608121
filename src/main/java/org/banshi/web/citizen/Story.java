package org.banshi.web.citizen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.banshi.query.contract.progress.Progress.Milestone;

/** What happened in a case as its applicant reads it: the newest first, and nothing twice. */
final class Story {

    private static final String ASKED = "application.register-asked";
    private static final String ANSWERED = "application.register-answered";

    private Story() {}

    /** A question to other bodies is left out once it is answered, and each kind told once. */
    static List<Milestone> of(List<Milestone> milestones) {
        List<Milestone> story = new ArrayList<>();
        boolean answered = false;
        for (int n = milestones.size() - 1; n >= 0; n--) {
            Milestone one = milestones.get(n);
            answered |= one.event().equals(ANSWERED);
            boolean settled = answered && one.event().equals(ASKED);
            if (!settled && !repeats(one, story)) {
                story.add(one);
            }
        }
        return Collections.unmodifiableList(story);
    }

    private static boolean repeats(Milestone one, List<Milestone> story) {
        if (story.isEmpty() || !one.event().equals(ANSWERED)) {
            return false;
        }
        Milestone last = story.get(story.size() - 1);
        return last.event().equals(one.event()) && last.title().equals(one.title());
    }
}
