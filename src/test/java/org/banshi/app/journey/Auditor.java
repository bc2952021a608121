package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.letter.PdfA;

/** What an auditor does with a case that an officer ended. */
final class Auditor {

    private Auditor() {}

    static void inspects(int port, String number) {
        try (Browser auditor = Browser.desktop(port)) {
            auditor.signIn("auditor");
            finds(auditor, number);
            replays(auditor, number);
            saysWhy(auditor, number);
            looksForActsAndPeople(auditor);
            verifies(auditor);
            drawsAndRecomputes(auditor, number);
            checks(auditor);
            takesAway(auditor, number);
        }
    }

    private static void finds(Browser auditor, String number) {
        auditor.open("/audit");
        auditor.picture("audit-find");
        auditor.awaitText("/audit?number=" + number, "application.terminated");
        auditor.picture("audit-events");
        String applied = auditor.textAt("tr:has(td.code) td");
        auditor.fill("position", applied);
        auditor.press("看当时的情况");
        auditor.awaitHere("与现在的差别");
        assertThat(auditor.textAt("table.compare")).contains("已提交", "已终止", "任务：");
        auditor.picture("audit-as-of");
        auditor.fill("position", "");
        auditor.press("看当时的情况");
        auditor.awaitHere("请只填写一项");
        auditor.picture("audit-as-of-mistake");
    }

    private static void replays(Browser auditor, String number) {
        auditor.open("/audit/cases/" + number + "/as-of?step=12");
        auditor.awaitHere("第 12 /");
        auditor.press("下一步");
        auditor.awaitHere("第 13 /");
        auditor.press("上一步");
        auditor.awaitHere("第 12 /");
        auditor.press("最新");
        auditor.awaitHere("与现在相同");
        auditor.press("核验本件");
        auditor.awaitHere("与写入时一致");
        auditor.picture("audit-evidence");
    }

    /** Only then is anything personal shown. */
    private static void saysWhy(Browser auditor, String number) {
        auditor.open("/audit/cases/" + number + "/as-of");
        assertThat(auditor.text()).doesNotContain("李梅").contains("说明查阅事由后显示");
        auditor.press("说明查阅事由后显示");
        auditor.fill("reference", "sj 1");
        auditor.press("开始查阅");
        auditor.awaitHere("请填写合格的文号");
        auditor.picture("audit-purpose-mistake");
        auditor.fill("reference", "SJ-2026-011");
        auditor.fill("reason", "抽查终止办理的案件");
        auditor.press("开始查阅");
        auditor.awaitHere("按 SJ-2026-011 查阅");
        assertThat(auditor.text()).contains("李梅").doesNotContain("440106190503120625");
        auditor.picture("audit-as-of-personal");
        auditor.pressAt(".top a[hreflang=en]");
        auditor.awaitHere("Nothing waits in the process");
        auditor.picture("audit-as-of-english");
        auditor.pressAt(".top a[hreflang=zh-CN]");
    }

    /** What a run comes to, without waiting for the page to ask again. */
    private static void awaitResult(Browser auditor) {
        auditor.awaitHere("已完成");
    }

    private static void verifies(Browser auditor) {
        auditor.open("/audit/log");
        String line = auditor.textAt("dl.answers div.wide dd");
        auditor.fill("to", "5");
        auditor.pressAt("button.primary");
        auditor.awaitHere("起止位置须为");
        auditor.picture("audit-log-mistake");
        auditor.fill("from", "1");
        auditor.pressAt("main details summary");
        auditor.fill("checkpoints", line);
        auditor.pressAt("button.primary");
        awaitResult(auditor);
        auditor.awaitHere("与写入时一致；比较了 1 个检查点");
        auditor.picture("audit-log-verified");
        auditor.open("/audit/read-models");
        auditor.fill("view", "declarations");
        auditor.pressAt("form.filters button");
        awaitResult(auditor);
        auditor.awaitHere("相同：");
        auditor.picture("audit-model-compared");
    }

    private static void drawsAndRecomputes(Browser auditor, String number) {
        auditor.open("/audit/samples");
        auditor.fill("event", "application.applied");
        auditor.fill("size", "100");
        auditor.fill("seed", "agreed-seed");
        auditor.pressAt("form.filters button");
        awaitResult(auditor);
        assertThat(auditor.text()).contains(number);
        auditor.picture("audit-sample");
        auditor.press("再做一次");
        awaitResult(auditor);
        auditor.awaitHere("与上次完全相同");
        auditor.open("/audit/recomputations");
        auditor.pressAt("form.filters button");
        awaitResult(auditor);
        auditor.awaitHere("全部相同");
        auditor.picture("audit-recomputed");
    }

    private static void takesAway(Browser auditor, String number) {
        auditor.open("/audit/cases/" + number + "/as-of");
        byte[] file = auditor.bytes("/audit/cases/" + number + "/file.pdf");
        assertThat(file.length).isGreaterThan(10_000);
        assertThat(PdfA.faults(file)).as("as archives take it, by veraPDF").isEmpty();
        assertThat(auditor.bytes("/audit/cases/" + number + "/events.ndjson").length)
                .isGreaterThan(10_000);
    }

    private static void checks(Browser auditor) {
        auditor.open("/audit/checks/shared-account");
        auditor.awaitHere("共用银行账号");
        auditor.picture("audit-check");
    }

    private static void looksForActsAndPeople(Browser auditor) {
        auditor.open("/audit/acts?event=application.terminated");
        auditor.awaitHere("application.terminated");
        auditor.picture("audit-acts");
        auditor.open("/audit/people");
        auditor.fill("identityNumber", "440106190503120625");
        auditor.pressAt("form.filters button");
        auditor.awaitHere("人员的记录");
        assertThat(auditor.text()).doesNotContain("440106190503120625").contains("最低生活保障");
        auditor.picture("audit-person");
    }
}
