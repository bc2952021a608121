package org.banshi.web.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.casefile.NoticeProofs;
import org.banshi.app.casefile.NoticeProofs.Posting;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 张贴证明: photographs of public notices where they hung, which become papers of the case. */
@Component
public class PostingProofs {

    private final NoticeProofs proofs;
    private final CaseOwners owners;
    private final Papers papers;
    private final OfficerActs acts;
    private final RequestKeys keys;
    private final Reads reads;

    public PostingProofs(
            NoticeProofs proofs,
            CaseOwners owners,
            Papers papers,
            OfficerActs acts,
            RequestKeys keys,
            Reads reads) {
        this.proofs = proofs;
        this.owners = owners;
        this.papers = papers;
        this.acts = acts;
        this.keys = keys;
        this.reads = reads;
    }

    /** A notice that is up in the committee's own place. */
    public Optional<PublicNotice> inOwnPlace(SignedIn committee, String number) {
        RegionCode own = committee.scope().region();
        return reads.one(new FindPublicNotice(number), PublicNotice.class)
                .filter(it -> own != null && own.covers(new RegionCode(it.region())));
    }

    /**
     * What was put up of a case, and its photographs. Whether the case may be seen is for the
     * caller to say.
     *
     * @throws ProblemException where nothing of the case was ever put up
     */
    public Posting of(String number) {
        return proofs.of(number)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
    }

    /**
     * Takes a photograph in. Whether the case is the officer's is for the caller to say.
     *
     * @param place where the notice hung
     * @param day on which it was taken
     * @param key the same when the same is asked again; null where nobody asks again
     * @throws ProblemException when it is refused
     */
    public Written take(
            SignedIn who,
            String number,
            byte[] photo,
            String place,
            LocalDate day,
            @Nullable String key) {
        Posting posting = of(number);
        String person = owners.of(List.of(number)).get(number);
        if (person == null) {
            throw ProblemException.of(ProblemKind.NOTICE_NOT_FOUND);
        }
        if (posting.erased()) {
            throw ProblemException.of(ProblemKind.PERSON_ERASED);
        }
        Material kept = papers.posting(new PersonId(person), photo);
        return acts.provePosting(
                who,
                posting.application(),
                kept,
                place,
                day,
                keys.optional(
                        who,
                        "posting " + number,
                        key,
                        List.of(kept.sha256(), place, day.toString())));
    }
}
