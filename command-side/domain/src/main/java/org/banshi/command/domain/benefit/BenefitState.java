package org.banshi.command.domain.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWindow;
import org.banshi.command.contract.benefit.PaymentPlan;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What a benefit pays and when it is verified next: it only evolves. */
final class BenefitState {

    private BenefitId id;
    private PersonId subject;
    private ApplicationId application;
    private RegionCode region;
    private String service;
    private String kind;
    private PaymentPlan plan = PaymentPlan.EMPTY;
    private boolean stopped;
    private boolean phasingOut;
    private boolean underReview;
    private int reviews;
    private @Nullable Integer members;
    private @Nullable Integer reviewEvery;
    private @Nullable DueDate reviewDue;
    private @Nullable String reviewBy;
    private @Nullable CertificationWindow certification;
    private @Nullable LocalDate certificationLastDay;
    private boolean certificationOpen;
    private boolean certificationReminded;
    private @Nullable LocalDate missedCertification;
    private @Nullable LocalDate lookedInto;
    private @Nullable ReviewCause reviewCause;
    private @Nullable LocalDate rateQuestioned;
    private @Nullable BigDecimal standard;
    private BigDecimal claimedBack = BigDecimal.ZERO;
    private BigDecimal amountBeforeStop = BigDecimal.ZERO;

    // Of the person alone: nobody is fined for what another did.
    private BigDecimal finable = BigDecimal.ZERO;
    private final OpenFines openFines = new OpenFines();
    private final Reports reports = new Reports();

    void on(BenefitEvent event, LocalDate day) {
        reports.on(event, underReview, day);
        if (event instanceof BenefitEvent.Stopped) {
            amountBeforeStop = plan.lastPaid();
        }
        plan = plan.after(event);
        if (event instanceof BenefitEvent.Granted granted) {
            begin(granted);
        } else if (event instanceof BenefitEvent.ConfirmedAnew anew) {
            phasingOut = false;
            standard = anew.standard();
            reviewEvery = anew.reviewEvery();
            reviewDue = anew.reviewDue();
        } else if (event instanceof BenefitEvent.CertificationSet set) {
            certification = new CertificationWindow(set.opens(), set.until());
            certificationLastDay = set.until();
            certificationOpen = false;
            certificationReminded = false;
        } else if (event instanceof BenefitEvent.CertificationOpened opened) {
            certification = new CertificationWindow(certification.opens(), opened.until());
            certificationOpen = true;
        } else if (event instanceof BenefitEvent.CertificationReminded) {
            certificationReminded = true;
        } else if (event instanceof BenefitEvent.CertificationMissed missed) {
            missedCertification = missed.until();
        } else if (event instanceof BenefitEvent.Certified) {
            missedCertification = null;
        } else if (event instanceof BenefitEvent.ReviewFellDue due) {
            underReview = true;
            reviews++;
            reviewCause = due.cause();
            if (due.cause() == ReviewCause.NOT_CERTIFIED) {
                lookedInto = missedCertification == null ? lookedInto : missedCertification;
                missedCertification = null;
            }
        } else if (event instanceof BenefitEvent.Rerated rerated) {
            standard = rerated.standard();
        } else if (event instanceof BenefitEvent.RateInQuestion question) {
            rateQuestioned = question.since();
        } else if (event instanceof BenefitEvent.ReviewBrokenOff) {
            underReview = false;
            rateQuestioned = reviewCause == ReviewCause.RERATED ? null : rateQuestioned;
        } else if (event instanceof BenefitEvent.Kept kept) {
            reviewEvery = kept.reviewEvery();
            reviewed(kept.reviewDue());
        } else if (event instanceof BenefitEvent.Increased increased) {
            standard = increased.standard();
            reviewed(increased.reviewDue());
        } else if (event instanceof BenefitEvent.Decreased decreased) {
            standard = decreased.standard();
            reviewed(decreased.reviewDue());
        } else if (event instanceof BenefitEvent.MembersCounted counted) {
            members = counted.members();
        } else if (event instanceof BenefitEvent.ShareStopped share) {
            members = share.members();
            reviewed(share.reviewDue());
        } else if (event instanceof BenefitEvent.Stopped) {
            stopped = true;
            missedCertification = null;
            reviewed(null);
        } else if (event instanceof BenefitEvent.PhaseOutBegan) {
            phasingOut = true;
            reviewed(null);
        } else if (event instanceof BenefitEvent.RanOut) {
            phasingOut = false;
        } else if (event instanceof BenefitEvent.ClaimedBack claim) {
            BigDecimal amount = claim.claimedBack();
            claimedBack = amount == null ? claimedBack : claimedBack.add(amount);
            finable = amount == null || claim.heirs() != null ? finable : finable.add(amount);
        } else if (event instanceof BenefitEvent.Fined fined) {
            BigDecimal obtained = fined.obtained();
            finable = obtained == null ? BigDecimal.ZERO : finable.subtract(obtained);
            openFines.on(fined);
        } else if (event instanceof BenefitEvent.FineCollected collected) {
            openFines.on(collected);
        } else if (event instanceof BenefitEvent.Resumed resumed) {
            stopped = false;
            reviewed(resumed.reviewDue());
        } else if (event instanceof BenefitEvent.MadeGood) {
            reviewed(null);
        }
    }

    private void begin(BenefitEvent.Granted granted) {
        id = granted.benefit();
        subject = granted.subject();
        application = granted.application();
        region = granted.region();
        service = granted.service().service();
        kind = granted.kind();
        members = granted.members();
        reviewEvery = granted.reviewEvery();
        reviewDue = granted.reviewDue();
        reviewBy = granted.reviewBy();
        standard = granted.standard();
    }

    private void reviewed(@Nullable DueDate next) {
        underReview = false;
        reviewDue = next;
    }

    BenefitId id() {
        return id;
    }

    PersonId subject() {
        return subject;
    }

    ApplicationId application() {
        return application;
    }

    RegionCode region() {
        return region;
    }

    /** The item that granted it. */
    String service() {
        return service;
    }

    String kind() {
        return kind;
    }

    PaymentPlan plan() {
        return plan;
    }

    boolean stopped() {
        return stopped;
    }

    boolean phasingOut() {
        return phasingOut;
    }

    /** Whether it ended by itself before the month of {@code day}. */
    boolean overOn(LocalDate day) {
        YearMonth last = plan.lastMonth();
        return last != null && YearMonth.from(day).isAfter(last);
    }

    /** Whether a verification has begun that nobody has decided. */
    boolean underReview() {
        return underReview;
    }

    /** How many verifications have begun. */
    int reviews() {
        return reviews;
    }

    @Nullable Integer members() {
        return members;
    }

    @Nullable Integer reviewEvery() {
        return reviewEvery;
    }

    @Nullable DueDate reviewDue() {
        return reviewDue;
    }

    @Nullable String reviewBy() {
        return reviewBy;
    }

    /** The next window, or the one that is open; null where nobody is certified. */
    @Nullable CertificationWindow certification() {
        return certification;
    }

    /** Its last day as the rules have it, even where it is open longer this time. */
    LocalDate certificationLastDay() {
        return Objects.requireNonNull(certificationLastDay);
    }

    boolean certificationOpen() {
        return certificationOpen;
    }

    boolean certificationReminded() {
        return certificationReminded;
    }

    /** Last day of a window that was missed and that nobody has begun to look into. */
    @Nullable LocalDate missedCertification() {
        return missedCertification;
    }

    /**
     * Last day of the window that the verification under way looks into; null where it has another
     * cause. What breaks off answers nothing.
     */
    @Nullable LocalDate certificationLookedInto() {
        return underReview && reviewCause == ReviewCause.NOT_CERTIFIED ? lookedInto : null;
    }

    /** What was reported of it, and what became of that. */
    Reports reports() {
        return reports;
    }

    /** The table's figure that the amount rests on, yuan a month; null where nobody knows. */
    @Nullable BigDecimal standard() {
        return standard;
    }

    /** Since when a table says what was asked about last; null where nothing was. */
    @Nullable LocalDate rateQuestioned() {
        return rateQuestioned;
    }

    /** The first month that it pays. */
    LocalDate firstMonth() {
        return Objects.requireNonNull(plan.firstMonth()).atDay(1);
    }

    /** The first day of the first month at the amount that holds on {@code day}. */
    LocalDate paidSince(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth first = plan.firstMonth();
        return plan.rates().keySet().stream()
                .filter(it -> !it.isAfter(month) || it.equals(first))
                .reduce((before, later) -> later)
                .orElse(month)
                .atDay(1);
    }

    /** The amount a month on {@code day}; before the first month, that of the first. */
    BigDecimal rateOn(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth first = plan.firstMonth();
        return plan.rate(first != null && month.isBefore(first) ? first : month);
    }

    /** The amount a month that the stop ended, also where it was stopped before its first month. */
    BigDecimal amountBeforeStop() {
        return amountBeforeStop;
    }

    /** What was claimed back from the person and was not fined yet. */
    BigDecimal finable() {
        return finable;
    }

    /** Fines that were not paid yet. */
    OpenFines openFines() {
        return openFines;
    }

    /** What was paid up to the month of {@code day} and not claimed back yet. */
    BigDecimal kept(LocalDate day) {
        return plan.payableThrough(YearMonth.from(day)).subtract(claimedBack);
    }
}
