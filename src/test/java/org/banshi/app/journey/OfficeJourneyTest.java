package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.banshi.app.BanshiTest;
import org.banshi.app.demo.HouseholdOnStage;
import org.banshi.command.contract.person.IdentityNumber;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
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
            supervisor.awaitHere("已指派给 天河街道经办员乙（tianhe-town-2）");
            supervisor.picture("bulk-assignment");
            supervisor.press("撤销");
            supervisor.awaitHere("已恢复");
            supervisor.picture("bulk-undone");
            goesAlongByKeys(supervisor);
            supervisor.fill("assignee", "tianhe-town-2");
            supervisor.press("指派");
            supervisor.awaitHere("撤销指派");
            supervisor.picture("task-assigned");
            supervisor.press("撤销指派");
            supervisor.awaitHere("已恢复");
            supervisor.open("/work?view=all&service=minimum-living-allowance&due=soon");
            supervisor.pressAt(".keeping details summary");
            supervisor.fill("name", "快到期的低保");
            supervisor.pressAt(".keeping input[name=shared]");
            supervisor.press("保存");
            supervisor.awaitHere("筛选已保存");
            supervisor.picture("work-list-kept");
        }
    }

    /** Down, up and picked, into the task and back; nothing of it once it is turned off. */
    private static void goesAlongByKeys(Browser supervisor) {
        supervisor.open("/work?view=available&office=town:440106");
        Keyboard keys = new Keyboard(supervisor);
        keys.press("?");
        supervisor.awaitHere("下一行");
        supervisor.picture("work-list-keys");
        supervisor.pressAt("#keys input");
        keys.press("j");
        assertThat(supervisor.count("#list tbody tr:first-child :focus")).isZero();
        supervisor.pressAt("#keys input");
        keys.press("j");
        keys.press("x");
        assertThat(supervisor.count("#list tbody tr:first-child input:checked")).isOne();
        keys.press("/");
        assertThat(keys.at()).isEqualTo("q");
        keys.press("j");
        assertThat(keys.at()).as("in a field, letters are letters").isEqualTo("q");
        keys.press(Keys.BACK_SPACE);
        supervisor.pressAt("#list tbody tr:first-child td a");
        supervisor.awaitHere("指派给");
        keys.press("u");
        supervisor.awaitHere("只看：天河区街道公共服务中心");
        supervisor.pressAt("#list tbody tr:first-child td a");
    }

    /**
     * Each form is a plain one: from the search to the receipt, on the other side of it, and what
     * an applicant does afterwards.
     */
    @Test
    void files_accepts_and_withdraws_with_scripts_turned_off() {
        String account =
                "citizen-%06d".formatted(95_000 + ThreadLocalRandom.current().nextInt(5_000));
        String number;
        String code;
        try (Browser citizen = Browser.phone(port)) {
            citizen.withoutScripts();
            citizen.signIn(account);
            citizen.open("/");
            citizen.fill("q", "居住证");
            citizen.press("查找");
            citizen.pressAt(".cards a[href*='residence-permit']");
            citizen.fill("region", "440104");
            citizen.pressAt("form.place button");
            citizen.press("在线申请");
            citizen.awaitHere("申请步骤");
            citizen.press("删除这份草稿");
            citizen.press("确认删除");
            citizen.awaitHere("草稿已删除");
            citizen.open("/services/residence-permit/apply?region=440106&whole");
            assertThat(citizen.text()).as("a form is renewed by a button").contains("更新表单");
            citizen.fill("/applyFor", "self");
            citizen.fill("/address", "演示地址 5 号");
            citizen.fill("/registeredOn", "2026-01-05");
            citizen.fill("/ground", "work");
            citizen.fill("/exception", "none");
            citizen.fill("/way", "window");
            citizen.press("更新表单");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            for (String paper : List.of("identity-card", "photo")) {
                citizen.awaitHere("上传材料");
                citizen.fillAt("#m-" + paper + " input[type=file]", Papers.photo(paper));
                citizen.pressAt("#u-" + paper);
                citizen.textAt("#m-" + paper + " .kept");
            }
            citizen.fillAt("#m-photo input[type=file]", Papers.file("next"));
            citizen.pressAt("#u-photo");
            citizen.textAt("#m-photo li:nth-child(2)");
            citizen.pressAt("#m-photo li:nth-child(2) button");
            citizen.awaitHere("已上传，查看");
            citizen.press("下一步");
            citizen.awaitHere("核对您的申请");
            citizen.press("提交申请");
            citizen.awaitHere("请先核对并勾选声明");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
            code = citizen.textAt("#query-code");
            citizen.back();
            assertThat(citizen.text())
                    .as("nobody is asked to send it again")
                    .contains("可能已经提交，请到“我的办件”查看");
        }
        try (Browser passer = Browser.phone(port)) {
            passer.withoutScripts();
            passer.open("/progress");
            passer.fill("number", number);
            passer.fill("code", code);
            passer.press("查询");
            passer.awaitHere("登录后可以看到全部办理过程");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.withoutScripts();
            officer.signIn("tianhe-newcomer");
            officer.awaitText("/work?view=available&q=" + number, "审查材料并决定受理");
            officer.pressAt("#list form[action$='/claim'] button");
            officer.awaitHere("请选择办理结果");
            officer.pressAt(".outcomes a[href$='outcome=accept']");
            officer.pressAt("#form p.buttons button.primary");
            officer.awaitHere("任务已完成");
        }
        try (Browser citizen = Browser.phone(port)) {
            citizen.withoutScripts();
            citizen.signIn(account);
            citizen.awaitText("/inbox", "全部标为已读");
            citizen.press("全部标为已读");
            citizen.open("/cases/" + number + "/materials");
            citizen.awaitHere("演示地址 5 号");
            citizen.open("/cases/" + number + "/protection");
            citizen.fill("reason", "有人威胁我");
            citizen.press("要求保密办理");
            citizen.awaitHere("撤回申请");
            citizen.press("撤回申请");
            citizen.press("确认撤回");
            citizen.awaitHere("申请已撤回");
            citizen.press("评价服务");
            citizen.press("提交评价");
            citizen.awaitHere("请选择满意程度");
            citizen.fill("score", "2");
            citizen.press("提交评价");
            citizen.awaitHere("谢谢您的评价");
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
        }
    }

    private void citizen(String number) {
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "公示");
            citizen.picture("citizen-case-on-notice");
            citizen.open("/cases");
            citizen.picture("citizen-cases");
        }
    }

    private void neighbour(String number) {
        try (Browser neighbour = Browser.phone(port)) {
            neighbour.open("/notices");
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
            officer.press("公示和张贴证明");
            officer.fillAt("#photo", Papers.photo("posted"));
            officer.fill("place", "天河街道居委会公告栏");
            officer.press("存入案卷");
            officer.awaitHere("照片已存入案卷");
            officer.picture("poster-proved");
            officer.press("天河街道居委会公告栏");
            officer.awaitHere("公示张贴照片");
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
