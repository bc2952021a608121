package org.banshi.app.journey;

import static org.banshi.app.journey.Page.page;

import java.util.List;

/** What officers and their supervisors look at. */
final class OfficePages {

    static final List<Page> PAGES =
            List.of(
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
                    page(
                            "/work/window/{id}/slip",
                            "window-slip",
                            "tianhe-town-1",
                            "/work/window/{filed}/slip"),
                    page(
                            "/work/citizens/recovery",
                            "recovery",
                            "tianhe-town-1",
                            "/work/citizens/recovery"),
                    page(
                            "/work/certifications/{benefit}",
                            "certification",
                            "tianhe-town-1",
                            "/work/certifications/{certifiable}"));

    private OfficePages() {}
}
