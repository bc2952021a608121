package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.demo.HouseholdOnStage;
import org.banshi.command.contract.person.IdentityNumber;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages that no service has of its own, each kind of them looked at. */
@BanshiTest
class OfficeJourneyTest {

    @LocalServerPort private int port;

    @Test
    void takes_a_household_to_its_public_notice_where_an_officer_stops_resumes_and_ends_the_case()
            throws Exception {
        HouseholdOnStage household = HouseholdOnStage.on(port);
        household.playUntil("home-visit");
        board();
        household.playUntil("send-up");
        String number = household.number();

        citizen(number);
        neighbour(number);
        officer(number);
        figures();
        Auditor.inspects(port, number);
    }

    /** A supervisor sees what waits, and follows a count to its list. */
    private void board() {
        try (Browser supervisor = Browser.desktop(port)) {
            supervisor.signIn("tianhe-supervisor");
            supervisor.awaitText("/work/board", "天河区街道公共服务中心");
            supervisor.picture("board");
            supervisor.pressAt("td:last-child a[href*='office=town:440106']");
            supervisor.awaitHere("只看：天河区街道公共服务中心");
            supervisor.picture("work-list-of-an-office");
            supervisor.pressAt("label.pick input");
            supervisor.fill("assignee", "tianhe-town-2");
            supervisor.press("指派所选任务");
            supervisor.awaitHere("已指派给 tianhe-town-2");
            supervisor.picture("bulk-assignment");
            supervisor.press("撤销");
            supervisor.awaitHere("已恢复");
            supervisor.picture("bulk-undone");
            supervisor.open("/work?view=all&service=minimum-living-allowance&due=soon");
            supervisor.pressAt(".keeping details summary");
            supervisor.fill("name", "快到期的低保");
            supervisor.pressAt(".keeping input[name=shared]");
            supervisor.press("保存");
            supervisor.awaitHere("筛选已保存");
            supervisor.picture("work-list-kept");
            supervisor.open("/work/views");
            supervisor.picture("kept-filters");
            supervisor.open("/work/due-cases");
            supervisor.picture("due-cases");
        }
    }

    /**
     * Somebody without a phone comes to the counter: registered, filled in, signed, scanned, filed,
     * and found again as a case that the window took.
     */
    @Test
    void files_at_the_window_for_somebody_without_a_phone() {
        String seventeen = "44010619040404003";
        String number;
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-town-1");
            officer.open("/work/window");
            officer.picture("window");
            String identity = seventeen + IdentityNumber.checkDigit(seventeen);
            officer.fill("identityNumber", identity);
            officer.fill("service", "residence-permit");
            officer.fill("region", "440106");
            officer.press("开始填写");
            officer.awaitHere("没有找到此号码的登记");
            officer.open("/work/citizens");
            officer.fill("identityNumber", identity);
            officer.press("查找");
            officer.awaitHere("已核对本人与证件，登记");
            officer.fill("name", "周老四");
            officer.fill("phone", "13800000404");
            officer.fill("withoutAccess", "true");
            officer.press("已核对本人与证件，登记");
            officer.open("/work/window");
            officer.fill("identityNumber", identity);
            officer.fill("service", "residence-permit");
            officer.fill("region", "440106");
            officer.press("开始填写");
            officer.awaitHere("周老四");
            officer.fill("/applyFor", "self");
            officer.fill("/address", "演示地址 4 号");
            officer.fill("/registeredOn", "2026-01-05");
            officer.fill("/ground", "work");
            officer.fill("/exception", "none");
            officer.fill("/way", "window");
            officer.fill("/promise", "true");
            officer.picture("window-form");
            officer.press("下一步");
            officer.awaitHere("打印后由申请人和各成年家庭成员");
            String papers = officer.path();
            for (int paper = 0; paper < 2; paper++) {
                officer.fillAt("#file-" + paper, Papers.file("scan"));
                officer.pressAt(".scans li:nth-child(" + (paper + 1) + ") button");
                officer.awaitHere("已交");
            }
            officer.picture("window-papers");
            officer.open(papers.replace("/papers", "/application"));
            officer.awaitHere("演示地址 4 号");
            officer.picture("window-application");
            officer.open(papers.replace("/papers", "/authorities"));
            officer.awaitHere("周老四（居民身份证号码 " + identity);
            officer.picture("window-authorities");
            officer.open(papers.replace("/papers", "/check"));
            officer.press("提交申请");
            officer.awaitHere("请确认申请人已签字");
            officer.fill("signed", "true");
            officer.picture("window-check");
            officer.press("提交申请");
            officer.awaitHere("查询码");
            officer.picture("window-filed");
            // Whoever forgot to print it comes back to the same slip.
            officer.open(officer.path());
            officer.awaitHere("查询码");
            assertThat(officer.count("[data-print]:not([hidden])")).isOne();
            number = officer.textAt(".slip .code");
        }
        try (Browser office = Browser.desktop(port)) {
            office.signIn("tianhe-newcomer");
            office.awaitText("/work?view=available&q=" + number, "审查材料并决定受理");
            office.awaitText("/work/cases/" + number, "tianhe-town-1");
            assertThat(office.text()).contains("周老四");
        }
    }

    /** A supervisor sees what ended. */
    private void figures() {
        try (Browser supervisor = Browser.desktop(port)) {
            supervisor.signIn("tianhe-supervisor");
            supervisor.awaitText("/work/statistics?by=outcome", "已终止");
            supervisor.picture("statistics-by-outcome");
            supervisor.open("/work/statistics");
            supervisor.picture("statistics");
        }
    }

    private void citizen(String number) {
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "公示");
            citizen.picture("citizen-case-on-notice");
            citizen.open("/cases");
            citizen.picture("citizen-cases");
            citizen.open("/cases/" + number + "/materials");
            citizen.picture("citizen-papers");
            citizen.open("/cases/" + number + "/receipt");
            citizen.picture("citizen-receipt-again");
            citizen.open("/cases/" + number + "/withdrawal");
            citizen.picture("citizen-withdrawal");
        }
    }

    private void neighbour(String number) {
        try (Browser neighbour = Browser.phone(port)) {
            neighbour.open("/notices");
            neighbour.picture("notice-search");
            neighbour.fill("number", number);
            neighbour.press("查看公示");
            neighbour.awaitHere("拟保障金额");
            assertThat(neighbour.text()).doesNotContain("李梅", "440106190503120625");
            neighbour.picture("notice");
            neighbour.signIn("chen-guo");
            neighbour.open("/notices/" + number);
            neighbour.picture("notice-objection");
        }
    }

    private void officer(String number) {
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-town-1");
            officer.open("/work/cases/" + number);
            officer.picture("case");
            officer.pressAt(".materials a[hx-get]");
            officer.awaitHere("打开原件");
            officer.picture("case-with-paper");
            officer.open("/work/cases/" + number + "/course");
            officer.awaitHere("各节点用时");
            officer.picture("case-course");
            officer.open("/work/cases/" + number);
            officer.fill("comment", "电话核实过住址，邻居证明属实。");
            officer.press("写备注");
            officer.awaitHere("邻居证明属实");
            officer.press("中止办理");
            officer.press("下一步：核对");
            officer.awaitHere("请写明理由");
            officer.picture("case-suspension-without-reason");
            officer.fill("reason", "等待法院对赡养纠纷的判决。");
            officer.press("下一步：核对");
            officer.picture("case-suspension-sure");
            officer.press("确认中止");
            officer.awaitHere("期限停止计算");
            officer.picture("case-suspended");
            officer.press("恢复办理");
            officer.press("下一步：核对");
            officer.press("确认恢复");
            officer.awaitHere("已恢复");
            officer.press("终止审核");
            officer.fill("reason", "申请人两次拒绝配合调查。");
            officer.press("下一步：核对");
            officer.picture("case-termination-sure");
            officer.press("确认终止");
            officer.awaitHere("已终止");
            officer.picture("case-terminated");
        }
    }

    @Test
    void shows_anybody_the_way_in_in_two_languages_and_large() {
        try (Browser anybody = Browser.phone(port)) {
            anybody.open("/sign-in");
            anybody.picture("sign-in");
            anybody.open("/no-such-page");
            anybody.picture("nothing-here");
            anybody.open("/services/minimum-living-allowance?region=440106");
            anybody.picture("guide-minimum-living-allowance");
            anybody.pressAt(".aux a[hreflang=en]");
            anybody.picture("guide-english");
            anybody.pressAt(".aux a[hreflang=zh-CN]");
            anybody.open("/?care=on");
            anybody.picture("home-large");
        }
    }
}
