package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.application.ApplicationEvent.RegisterWithheld;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.Withheld;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingAdjourned;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingHeld;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingSet;
import org.banshi.command.contract.disability.DisabilityEvent.NoticeEnded;
import org.banshi.command.contract.disability.DisabilityEvent.NoticeObjectedTo;
import org.banshi.command.contract.disability.DisabilityEvent.NoticeObjectionResolved;
import org.banshi.command.contract.disability.DisabilityEvent.NoticePosted;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent.Confirmed;
import org.banshi.command.contract.social.SocialEvent.ObjectionRaised;
import org.banshi.command.contract.social.SocialEvent.ObjectionResolved;
import org.banshi.command.contract.social.SocialEvent.OpinionGiven;
import org.banshi.command.contract.social.SocialEvent.PublicNoticeEnded;
import org.banshi.command.contract.social.SocialEvent.PublicNoticePosted;
import org.banshi.eventstore.Recorded;

/** What people may rely on in every case, whatever was tried in it. */
final class FairTreatment {

    private FairTreatment() {}

    static void holdsIn(List<Recorded> story) {
        List<Event> events = story.stream().map(Recorded::event).toList();
        a_grant_lies_after_its_notice_and_all_objections(events);
        nobody_but_a_person_refuses(story);
        nothing_reaches_others_while_the_applicant_is_protected(story);
        no_room_no_person_is_booked_twice(events);
        time_limits_to_contest_run_from_the_delivery(story);
    }

    /** A notice was taken down, and whatever was objected to it resolved. */
    private static void a_grant_lies_after_its_notice_and_all_objections(List<Event> events) {
        boolean up = false;
        boolean open = false;
        int objections = 0;
        for (Event event : events) {
            if (event instanceof PublicNoticePosted || event instanceof NoticePosted) {
                up = true;
                open = true;
            } else if (event instanceof PublicNoticeEnded || event instanceof NoticeEnded) {
                assertThat(open).as("a notice ends once").isTrue();
                open = false;
            } else if (event instanceof ObjectionRaised || event instanceof NoticeObjectedTo) {
                assertThat(open).as("objected to what is on notice").isTrue();
                objections++;
            } else if (event instanceof ObjectionResolved
                    || event instanceof NoticeObjectionResolved) {
                objections--;
            } else if (event instanceof OpinionGiven given && !given.outcome().equals("agree")) {
                // With an opinion against, the notice comes down.
                open = false;
                objections = 0;
            } else if (event instanceof Confirmed confirmed
                    && confirmed.outcome().equals("approve")) {
                assertThat(up && open || objections > 0).as("confirmed on notice").isFalse();
            }
        }
    }

    /** A rule or a match may approve; who says no is a person. */
    private static void nobody_but_a_person_refuses(List<Recorded> story) {
        boolean person = false;
        for (Recorded recorded : story) {
            person |= recorded.stamp().by().kind() != Actor.Kind.SYSTEM;
            boolean officers =
                    recorded.event() instanceof AcceptanceRefused
                            || recorded.event() instanceof Terminated
                            || recorded.event() instanceof Confirmed;
            if (officers) {
                assertThat(recorded.stamp().by().kind()).isEqualTo(Actor.Kind.OFFICER);
            }
            if (recorded.event() instanceof Concluded concluded
                    && concluded.conclusion() == Conclusion.REJECTED) {
                assertThat(person).as("a person before the rejection").isTrue();
                assertThat(
                                story.stream()
                                        .filter(it -> it.sequence() < recorded.sequence())
                                        .anyMatch(
                                                it -> it.stamp().by().kind() == Actor.Kind.OFFICER))
                        .as("an officer's act before the rejection")
                        .isTrue();
            }
        }
    }

    private static void nothing_reaches_others_while_the_applicant_is_protected(
            List<Recorded> story) {
        boolean guarded = false;
        boolean confirmed = false;
        boolean ownPhone = false;
        for (Recorded recorded : story) {
            Event event = recorded.event();
            if (event instanceof Protected protection) {
                guarded = true;
                confirmed |= recorded.stamp().by().kind() == Actor.Kind.OFFICER;
                ownPhone = protection.ownPhone();
            } else if (event instanceof ProtectionLifted) {
                guarded = false;
                confirmed = false;
            } else if (guarded) {
                assertThat(event).isNotInstanceOfAny(PublicNoticePosted.class, NoticePosted.class);
                assertThat(confirmed && event instanceof ObjectionRaised).isFalse();
                assertThat(confirmed && event instanceof NoticeObjectedTo).isFalse();
                assertThat(
                                confirmed
                                        && event instanceof RegisterWithheld withheld
                                        && withheld.reason() != Withheld.PROTECTED)
                        .as("asked somebody else to sign")
                        .isFalse();
                assertThat(
                                event instanceof DeliveryRequested requested
                                        && requested.channel() != DeliveryChannel.WINDOW
                                        && requested.channel() != DeliveryChannel.POST)
                        .as("texts")
                        .isIn(false, ownPhone);
            }
        }
    }

    /** Within a case: two hearings that stand are never in the same half day. */
    private static void no_room_no_person_is_booked_twice(List<Event> events) {
        Map<Integer, String> standing = new HashMap<>();
        for (Event event : events) {
            if (event instanceof HearingSet set) {
                standing.put(set.hearing(), set.day() + " " + set.half());
                assertThat(standing.values()).as("hearings").doesNotHaveDuplicates();
            } else if (event instanceof HearingAdjourned adjourned) {
                standing.remove(adjourned.hearing());
            } else if (event instanceof HearingHeld held) {
                standing.remove(held.hearing());
            }
        }
    }

    /** Rules §1.4: none before, each from the day of delivery on. */
    private static void time_limits_to_contest_run_from_the_delivery(List<Recorded> story) {
        for (Recorded recorded : story) {
            if (recorded.event() instanceof Concluded concluded) {
                assertThat(concluded.remedies()).allMatch(it -> it.lastDay() == null);
            } else if (recorded.event() instanceof Delivered delivered) {
                assertThat(delivered.day()).isBeforeOrEqualTo(recorded.stamp().day());
                delivered.remedies().stream()
                        .map(Remedy::lastDay)
                        .filter(Objects::nonNull)
                        .forEach(last -> assertThat(last.day()).isAfter(delivered.day()));
            }
        }
    }
}
