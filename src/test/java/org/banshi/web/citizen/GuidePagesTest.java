package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.draft.Drafts;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.write.Papers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the search for a service to its guide, and who is held up there. */
@WebSliceTest
class GuidePagesTest {

    /** No more of a case than it takes, and nothing that is personal. */
    private static final ArgumentMatcher<Interest> FILED =
            interest ->
                    interest.in(Applied.class)
                            && !interest.inPersonal(Applied.class, "form")
                            && !interest.in(Accepted.class);

    private final Pages pages;
    private final Answers answers;
    private final Drafts drafts;
    private final CaseEvents events;
    private final Papers papers;

    @Autowired
    GuidePagesTest(MockMvc mvc, Answers answers, Drafts drafts, CaseEvents events, Papers papers) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.drafts = drafts;
        this.events = events;
        this.papers = papers;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(
                FindServices.class,
                List.of(row(Samples.SERVICE, true), row("residence-permit", false)));
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(FormData.empty(), Map.of())));
        when(drafts.fill(any(), anyInt(), any(), any())).thenReturn(true);
        Samples.nobody();
    }

    @Test
    void finds_services_of_a_district() throws Exception {
        String page = pages.page(get("/").param("region", "440106"));

        assertThat(page)
                .contains("广州市天河区可以办的事项")
                .contains("/services/minimum-living-allowance?region=440106");
        assertThat(answers.last(FindServices.class).region()).isEqualTo("440106");
    }

    @Test
    void forgets_the_district_when_another_city_is_chosen() throws Exception {
        pages.page(get("/").param("city", "440300").param("region", "440106"));

        assertThat(answers.last(FindServices.class).region()).isEqualTo("440300");
    }

    @Test
    void tells_first_where_a_service_is_offered_and_both_limits() throws Exception {
        String page =
                pages.page(get("/services/minimum-living-allowance").param("region", "440106"));

        assertThat(page.indexOf("在哪里可以办")).isPositive().isLessThan(page.indexOf("基本信息"));
        assertThat(page)
                .contains("承诺办结时限")
                .contains("法定办结时限")
                .contains("/services/minimum-living-allowance/apply?region=440106");
    }

    @Test
    void lets_the_place_be_chosen_on_the_guide_itself() throws Exception {
        assertThat(pages.page(get("/services/minimum-living-allowance")))
                .containsPattern("<details open=\"open\">\\s*<summary>选择您所在的地区")
                .contains(
                        "<form class=\"place\" method=\"get\" action=\"/services/minimum-living-allowance\">")
                .contains("<option value=\"440106\">天河区</option>")
                .doesNotContain("/apply?region");
        assertThat(pages.page(guide()))
                .contains("<summary>换一个地区</summary>")
                .contains("<option value=\"440106\" selected=\"selected\">天河区</option>");
    }

    @Test
    void tells_before_the_form_that_one_is_open_or_the_level_is_too_low() throws Exception {
        Samples.citizen();
        var begin = get("/services/minimum-living-allowance/apply").param("region", "440106");
        String here = "/services/minimum-living-allowance?region=440106";
        reset(events);
        answers.to(FindMyCases.class, new Page<>(List.of(open()), null, 1));
        assertThat(pages.page(guide())).as("another item's case").contains("在线申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.EX_OFFICIO)));
        assertThat(pages.page(guide())).as("a review by the office").contains("在线申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.WAP)));
        assertThat(pages.page(guide()))
                .contains("您已有一份在办的同类申请")
                .contains("/cases/" + Samples.NUMBER)
                .doesNotContain("/apply?region=440106");
        pages.moved(begin, here);
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/tasks")))
                .as("where a draft was begun before")
                .contains("您已有一份在办的同类申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.WAP, List.of("key-of-a-child"))));
        assertThat(pages.page(guide()))
                .as("open for somebody else: there may be another")
                .contains("您已有一份在办的同类申请", "为其他人、就另一件争议", "/apply?region=440106");
        reset(events);

        Samples.citizen(2);
        assertThat(pages.page(guide())).contains("您现在是 2 级").doesNotContain("/apply?region=440106");
        pages.moved(begin, here);
    }

    private static ServiceRow row(String service, boolean offered) {
        return new ServiceRow(
                service,
                1,
                Text.of(service + "名", service),
                Text.of("概要", "Summary"),
                "welfare",
                offered,
                Text.of("请到窗口", "Go to the window"));
    }

    private static MockHttpServletRequestBuilder guide() {
        return get("/services/minimum-living-allowance").param("region", "440106");
    }

    private static Progress.Row open() {
        return new Progress.Row(
                Samples.APPLICATION,
                Samples.NUMBER,
                Text.of("最低生活保障", "Minimum living allowance"),
                "accepted",
                Text.of("办理中", "Under way"),
                false,
                Samples.THEN,
                Samples.THEN);
    }

    private static Recorded applied(Channel channel) {
        return applied(channel, null);
    }

    private static Recorded applied(Channel channel, @Nullable List<String> openFor) {
        Applied applied =
                new Applied(
                        new ApplicationId(Samples.APPLICATION),
                        Samples.PERSON,
                        Samples.NUMBER,
                        new ServiceVersion(Samples.SERVICE, 1),
                        new RegionCode("440106"),
                        channel,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        FormData.empty(),
                        List.of(),
                        "ABCD-EFGH",
                        openFor);
        return new Recorded(
                1,
                "application",
                Samples.APPLICATION,
                0,
                Samples.THEN,
                "application.applied",
                applied,
                new Stamp(Samples.THEN, Actor.citizen("li-mei", Samples.PERSON)),
                Map.of());
    }
}
