package org.banshi.app.config;

import java.util.List;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.command.domain.arbitration.ArbitrationClaims;
import org.banshi.command.domain.benefit.BenefitClaims;
import org.banshi.command.domain.certificate.CertificateClaims;
import org.banshi.command.domain.citizen.CitizenClaims;
import org.banshi.command.domain.mandate.MandateClaims;
import org.banshi.command.domain.organisation.OrganisationClaims;
import org.banshi.command.domain.privacy.PrivacyClaims;
import org.banshi.command.domain.social.SocialClaims;
import org.banshi.eventstore.codec.EventTypes;

/** Every story that the log can tell. */
public final class Stories {

    public static final EventTypes EVENTS =
            EventTypes.of(
                    List.of(
                            ApplicationEvent.class,
                            SocialEvent.class,
                            WorkItemEvent.class,
                            ServiceItemEvent.class,
                            ClockEvent.class,
                            EngineEvent.class,
                            BenefitEvent.class,
                            PointsEvent.class,
                            RoundEvent.class,
                            CandidacyEvent.class,
                            ArbitrationEvent.class,
                            DisabilityEvent.class,
                            CertificateEvent.class,
                            MatterEvent.class,
                            AccountEvent.class,
                            JournalEvent.class,
                            PrivacyEvent.class,
                            CitizenEvent.class,
                            MandateEvent.class,
                            OrganisationEvent.class,
                            CaseOfficersEvent.class));

    /** What all of them claim. */
    public static final ClaimRules CLAIMS =
            ClaimRules.all(
                    List.of(
                            new ApplicationClaims(),
                            new BenefitClaims(),
                            new CertificateClaims(),
                            new ArbitrationClaims(),
                            new CitizenClaims(),
                            new MandateClaims(),
                            new OrganisationClaims(),
                            new PrivacyClaims(),
                            new SocialClaims()));

    private Stories() {}
}
