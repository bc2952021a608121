package org.banshi.app.journey;

import static org.banshi.app.journey.Page.page;

import java.util.List;

/** What auditors, operators, administrators and publishers look at. */
final class ConsolePages {

    static final List<Page> PAGES =
            List.of(
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

    private ConsolePages() {}
}
