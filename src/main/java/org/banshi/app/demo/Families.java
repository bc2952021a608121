package org.banshi.app.demo;

import java.util.List;
import java.util.Optional;

/** The families that have a story. */
final class Families {

    private static final List<FamilyStory> STORIES =
            List.of(
                    new SocialStory(),
                    new PointsStory(),
                    new DisabilityStory(),
                    new ArbitrationStory());

    private Families() {}

    static Optional<FamilyStory> find(String family) {
        return STORIES.stream().filter(story -> story.family().equals(family)).findFirst();
    }

    /** Their words, as a usage line has them. */
    static String words() {
        return String.join("|", STORIES.stream().map(FamilyStory::family).toList());
    }
}
