package org.banshi.app.journey;

import static org.banshi.app.journey.Page.page;

import java.util.List;

/** What citizens look at. */
final class CitizensPages {

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
                    page("/me", "me", "{household}", "/me").told(),
                    page("/acting", "acting", "{household}", "/acting").told(),
                    page("/organisations", "organisations", "{household}", "/organisations")
                            .told());

    private CitizensPages() {}
}
