package org.banshi.app.journey;

import java.util.List;
import java.util.Map;

/**
 * Every page there is, and where to see it with something on it. A new page adds its line; what
 * stands in braces is told by {@link org.banshi.app.demo.TownOnStage}.
 */
final class PageCatalogue {

    /**
     * A page to look at.
     *
     * @param handler the pattern of the handler that shows it
     * @param name of its picture
     * @param account who looks at it; empty for anybody
     * @param address where
     * @param modes in which the tests look at it; pictures are taken in all
     */
    record Page(String handler, String name, String account, String address, List<Mode> modes) {

        /** One of the main pages. */
        Page everyWay() {
            return new Page(handler, name, account, address, Mode.MAIN);
        }

        /** A story of its own looks at it, in Chinese. */
        Page told() {
            return new Page(handler, name, account, address, Mode.ENGLISH);
        }

        boolean main() {
            return modes.equals(Mode.MAIN);
        }

        /** With what the town tells. */
        Page in(Map<String, String> town) {
            return new Page(handler, name, filled(account, town), filled(address, town), modes);
        }

        private static String filled(String text, Map<String, String> town) {
            String filled = text;
            for (Map.Entry<String, String> told : town.entrySet()) {
                filled = filled.replace("{" + told.getKey() + "}", told.getValue());
            }
            return filled;
        }
    }

    /** Pages that a story of their own leads to, and looks at: the handler, and who tells it. */
    static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("/sign-in/held/{id}", "signin.VerificationPageTest"),
                    Map.entry("/sign-in/code", "signin.RealLogInTest"),
                    Map.entry("/sign-in/factor", "signin.RealLogInTest"),
                    Map.entry("/sign-in/face/answer", "signin.FaceTest"),
                    Map.entry("/sign-in/face/stand-in/{reference}", "signin.FaceTest"),
                    Map.entry("/sign-in/password", "signin.RealLogInTest"),
                    Map.entry("/work/window/{id}/slip", "journey.OfficeJourneyTest"),
                    Map.entry("/work/citizens/recovery", "signin.MandateJourneyTest"),
                    Map.entry("/work/certifications/{benefit}", "benefit.CertificationTest"));

    /** Handlers that only lead to another page, or answer with a file. */
    static final List<String> NO_PAGE =
            List.of(
                    "/services",
                    "/services/{service}/apply",
                    "/sign-in/with/{name}",
                    "/sign-in/with/{name}/answer",
                    "/audit/cases/{number}/file.pdf",
                    "/audit/cases/{number}/events.ndjson",
                    "/work/hearings/parties",
                    "/publishing/uploads/{id}/progress",
                    "/work/points/of");

    static final List<Page> PAGES =
            List.of(
                    page("/", "home", "", "/?city=440100&region=440106").everyWay(),
                    page("/", "home-anywhere", "", "/"),
                    page("/", "search", "", "/?city=440100&q=没钱吃饭"),
                    page(
                                    "/services/{service}",
                                    "guide",
                                    "",
                                    "/services/minimum-living-allowance?region=440106")
                            .everyWay(),
                    page(
                            "/services/{service}",
                            "guide-without-place",
                            "",
                            "/services/points-settlement"),
                    page("/calculators/overtime", "overtime", "", "/calculators/overtime"),
                    page("/progress", "progress", "", "/progress"),
                    page("/notices", "notices", "", "/notices"),
                    page("/notices/{number}", "notice", "", "/notices/{noticed}"),
                    page("/sign-in", "sign-in", "", "/sign-in?to=/cases").everyWay(),
                    page("/sign-in/face", "face", "", "/sign-in/face"),
                    page("/error", "nothing-here", "", "/no-such-page"),
                    page("/", "home-mine", "{asked-person}", "/?city=440100&region=440106"),
                    page("/", "home-event", "", "/?event=wages-owed"),
                    page("/inbox", "inbox", "{asked-person}", "/inbox").everyWay(),
                    page("/cases", "cases", "{household}", "/cases").everyWay(),
                    page("/cases/{number}", "case-ended", "{household}", "/cases/{ended}"),
                    page(
                            "/cases/{number}/rating",
                            "rating",
                            "{household}",
                            "/cases/{ended}/rating"),
                    page("/benefits/{benefit}", "benefit", "{household}", "/benefits/{benefit}"),
                    page("/cases/{number}", "case", "{visited-person}", "/cases/{visited}")
                            .everyWay(),
                    page(
                                    "/cases/{number}/receipt",
                                    "receipt",
                                    "{visited-person}",
                                    "/cases/{visited}/receipt")
                            .everyWay(),
                    page(
                            "/cases/{number}/materials",
                            "papers",
                            "{visited-person}",
                            "/cases/{visited}/materials"),
                    page(
                            "/cases/{number}/withdrawal",
                            "withdrawal",
                            "{visited-person}",
                            "/cases/{visited}/withdrawal"),
                    page(
                            "/cases/{number}/protection",
                            "protection",
                            "{visited-person}",
                            "/cases/{visited}/protection"),
                    page(
                            "/cases/{number}",
                            "case-on-notice",
                            "{noticed-person}",
                            "/cases/{noticed}"),
                    page("/cases/{number}", "case-your-turn", "{asked-person}", "/cases/{asked}"),
                    page(
                                    "/cases/{number}/supplement",
                                    "supplement",
                                    "{asked-person}",
                                    "/cases/{asked}/supplement")
                            .everyWay(),
                    page(
                            "/cases/{number}/assessment",
                            "assessment",
                            "{assessed-person}",
                            "/cases/{assessed}/assessment"),
                    page("/certificates", "certificates", "{holder}", "/certificates"),
                    page("/cases", "cases-empty", "{applicant}", "/cases"),
                    page(
                                    "/services/{service}/apply/tasks",
                                    "apply-tasks",
                                    "{applicant}",
                                    "/services/minimum-living-allowance/apply?region=440106")
                            .everyWay(),
                    page(
                                    "/services/{service}/apply/form",
                                    "apply-form",
                                    "{applicant}",
                                    "/services/minimum-living-allowance/apply/form")
                            .everyWay(),
                    page(
                            "/services/{service}/apply/form",
                            "apply-section",
                            "{applicant}",
                            "/services/minimum-living-allowance/apply/form?section=family"),
                    page(
                                    "/services/{service}/apply/materials",
                                    "apply-materials",
                                    "{applicant}",
                                    "/services/minimum-living-allowance/apply/materials")
                            .everyWay(),
                    page(
                            "/services/{service}/apply/check",
                            "apply-check",
                            "{applicant}",
                            "/services/minimum-living-allowance/apply/check"),
                    page(
                            "/services/{service}/apply/form",
                            "apply-dispute",
                            "{applicant}",
                            "/services/labour-arbitration/apply?region=440106&whole"),
                    page(
                            "/services/{service}/apply/rosters/{field}",
                            "roster",
                            "{applicant}",
                            "/services/labour-arbitration/apply/rosters/members"),
                    page("/disputes", "disputes-empty", "{applicant}", "/disputes"),
                    page("/points", "points-empty", "{applicant}", "/points"),
                    page("/certificates", "certificates-empty", "{applicant}", "/certificates"),
                    page("/sign-in/passkeys", "passkeys", "{applicant}", "/sign-in/passkeys"),
                    page("/sign-in/verify", "verify", "{applicant}", "/sign-in/verify?to=/cases"),
                    page("/points", "points", "zhao-ning", "/points"),
                    page("/points/rounds/{round}", "round", "zhao-ning", "/points/rounds/{round}"),
                    page("/cases/{number}", "dispute-case", "zhou-fu", "/cases/{dispute}"),
                    page("/disputes/{number}", "dispute", "zhou-fu", "/disputes/{dispute}"),
                    page(
                            "/disputes/{number}",
                            "dispute-answering",
                            "he-factory",
                            "/disputes/{dispute}"),
                    page("/disputes", "disputes", "he-factory", "/disputes"),
                    page("/work", "work", "tianhe-town-1", "/work?view=available").everyWay(),
                    page("/work", "work-mine", "tianhe-town-1", "/work"),
                    page("/work/window", "window", "tianhe-town-1", "/work/window"),
                    page("/work/notices", "posting", "tianhe-village-1", "/work/notices"),
                    page(
                            "/work/notices/{number}",
                            "posting-poster",
                            "tianhe-village-1",
                            "/work/notices/{noticed}"),
                    page(
                            "/work/cases/{number}/visit-form",
                            "visit-form",
                            "tianhe-town-1",
                            "/work/cases/{visited}/visit-form"),
                    page(
                            "/work/cases/{number}/poster",
                            "poster",
                            "tianhe-town-1",
                            "/work/cases/{noticed}/poster"),
                    page("/work/views", "work-views", "tianhe-town-1", "/work/views"),
                    page("/work/tasks/{id}", "task", "tianhe-town-1", "/work/tasks/{task}")
                            .everyWay(),
                    page(
                                    "/work/cases/{number}",
                                    "work-case",
                                    "tianhe-town-1",
                                    "/work/cases/{visited}")
                            .everyWay(),
                    page(
                            "/work/cases/{number}",
                            "work-case-ended",
                            "tianhe-town-1",
                            "/work/cases/{ended}"),
                    page(
                            "/work/cases/{number}/benefits",
                            "work-benefits",
                            "tianhe-town-1",
                            "/work/cases/{ended}/benefits"),
                    page(
                            "/work/cases/{number}/course",
                            "work-course",
                            "tianhe-town-1",
                            "/work/cases/{visited}/course"),
                    page(
                            "/work/cases/{number}/papers/{id}",
                            "work-paper",
                            "tianhe-town-1",
                            "/work/cases/{visited}/papers/{visited-paper}"),
                    page("/work/hearings", "hearings", "tianhe-panel", "/work/hearings"),
                    page(
                            "/work/disputes/{number}",
                            "docket",
                            "tianhe-docket",
                            "/work/disputes/{dispute}"),
                    page("/work/points", "points-objections", "tianhe-newcomer", "/work/points"),
                    page(
                            "/work/points/{person}",
                            "points-account",
                            "tianhe-newcomer",
                            "/work/points/{points}"),
                    page("/work/rounds", "rounds", "guangzhou-newcomer", "/work/rounds"),
                    page(
                            "/work/certificates",
                            "certificate-search",
                            "tianhe-dpf",
                            "/work/certificates"),
                    page(
                            "/work/certificates/{certificate}",
                            "certificate",
                            "tianhe-dpf",
                            "/work/certificates/{certificate}"),
                    page("/work/board", "board", "tianhe-supervisor", "/work/board").everyWay(),
                    page("/work/due-cases", "due-cases", "tianhe-supervisor", "/work/due-cases"),
                    page("/work/leave", "leave", "tianhe-town-1", "/work/leave"),
                    page("/work/leave", "leave-region", "tianhe-supervisor", "/work/leave"),
                    page("/work/statistics", "statistics", "tianhe-supervisor", "/work/statistics"),
                    page("/ops/incidents", "incidents", "tianhe-supervisor", "/ops/incidents"),
                    page("/ops", "operations", "operator", "/ops").everyWay(),
                    page("/ops/rounds", "operated-rounds", "operator", "/ops/rounds"),
                    page(
                            "/ops/rounds/{round}",
                            "operated-round",
                            "operator",
                            "/ops/rounds/{round}"),
                    page(
                            "/administration/accounts",
                            "accounts",
                            "security-1",
                            "/administration/accounts"),
                    page(
                            "/administration/accounts/{account}",
                            "account",
                            "security-1",
                            "/administration/accounts/tianhe-town-1"),
                    page("/me", "me", "{household}", "/me").told(),
                    page("/acting", "acting", "{household}", "/acting").told(),
                    page("/organisations", "organisations", "{household}", "/organisations").told(),
                    page("/sign-in/sessions", "sessions", "{household}", "/sign-in/sessions")
                            .told(),
                    page(
                                    "/work/window/{id}",
                                    "window-form",
                                    "tianhe-town-1",
                                    "/work/window/{window}")
                            .told(),
                    page(
                                    "/work/window/{id}/papers",
                                    "window-papers",
                                    "tianhe-town-1",
                                    "/work/window/{window}/papers")
                            .told(),
                    page(
                                    "/work/window/{id}/check",
                                    "window-check",
                                    "tianhe-town-1",
                                    "/work/window/{window}/check")
                            .told(),
                    page(
                                    "/work/window/{id}/application",
                                    "window-application",
                                    "tianhe-town-1",
                                    "/work/window/{window}/application")
                            .told(),
                    page(
                                    "/work/window/{id}/authorities",
                                    "window-authorities",
                                    "tianhe-town-1",
                                    "/work/window/{window}/authorities")
                            .told(),
                    page("/work/citizens", "citizens", "tianhe-town-1", "/work/citizens").told(),
                    page("/work/mandates", "mandates", "tianhe-town-1", "/work/mandates").told(),
                    page(
                                    "/work/organisations",
                                    "work-organisations",
                                    "tianhe-town-1",
                                    "/work/organisations")
                            .told(),
                    page("/work/corrections", "corrections", "tianhe-town-1", "/work/corrections")
                            .told(),
                    page(
                                    "/work/certifications",
                                    "certifications",
                                    "tianhe-town-1",
                                    "/work/certifications")
                            .told(),
                    page(
                                    "/work/cases/{number}/reveal",
                                    "reveal",
                                    "tianhe-town-1",
                                    "/work/cases/{visited}/reveal")
                            .told(),
                    page("/audit", "audit", "auditor", "/audit?number={visited}").told(),
                    page(
                                    "/audit/acts",
                                    "audit-acts",
                                    "auditor",
                                    "/audit/acts?event=application.applied")
                            .told(),
                    page(
                                    "/audit/cases/{number}/as-of",
                                    "audit-moment",
                                    "auditor",
                                    "/audit/cases/{visited}/as-of?step=8")
                            .everyWay(),
                    page(
                                    "/audit/cases/{number}/evidence",
                                    "audit-evidence",
                                    "auditor",
                                    "/audit/cases/{visited}/evidence")
                            .told(),
                    page("/audit/checks", "audit-checks", "auditor", "/audit/checks").told(),
                    page(
                                    "/audit/checks/{name}",
                                    "audit-check",
                                    "auditor",
                                    "/audit/checks/shared-account")
                            .told(),
                    page("/audit/log", "audit-log", "auditor", "/audit/log").told(),
                    page("/audit/people", "audit-people", "auditor", "/audit/people").told(),
                    page(
                                    "/audit/people/{person}",
                                    "audit-person",
                                    "auditor",
                                    "/audit/people/{household-id}")
                            .told(),
                    page("/audit/runs/{id}", "audit-run", "auditor", "/audit/runs/{run}").told(),
                    page("/audit/purpose", "audit-purpose", "auditor", "/audit/purpose").told(),
                    page("/audit/read-models", "audit-read-models", "auditor", "/audit/read-models")
                            .told(),
                    page(
                                    "/audit/recomputations",
                                    "audit-recomputations",
                                    "auditor",
                                    "/audit/recomputations")
                            .told(),
                    page("/audit/samples", "audit-samples", "auditor", "/audit/samples").told(),
                    page("/audit/access", "audit-access", "auditor", "/audit/access").told(),
                    page("/publishing", "publishing", "publisher", "/publishing").everyWay(),
                    page(
                                    "/publishing/uploads/{id}",
                                    "publishing-upload",
                                    "publisher",
                                    "/publishing/uploads/{upload}")
                            .told(),
                    page(
                                    "/publishing/services/{service}",
                                    "publishing-item",
                                    "publisher",
                                    "/publishing/services/residence-permit")
                            .told(),
                    page(
                                    "/publishing/services/{service}/versions/{version}",
                                    "publishing-version",
                                    "publisher",
                                    "/publishing/services/residence-permit/versions/1")
                            .told());

    private PageCatalogue() {}

    private static Page page(String handler, String name, String account, String address) {
        return new Page(handler, name, account, address, Mode.BASIC);
    }
}
