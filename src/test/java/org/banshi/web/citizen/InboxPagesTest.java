package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import org.banshi.app.inbox.Inbox;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.progress.FindMyNews;
import org.banshi.query.contract.progress.News;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSlice;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebSliceTest
class InboxPagesTest {

    private static final Instant OLD = WebSlice.NOW.minusSeconds(3600);

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final Inbox inbox;

    @Autowired
    InboxPagesTest(MockMvc mvc, Answers answers, Inbox inbox) {
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.inbox = inbox;
    }

    @BeforeEach
    void was_told_something_old_and_something_new() {
        answers.forget();
        clearInvocations(inbox);
        answers.to(
                FindMyNews.class,
                List.of(
                        news("需要补正", "Papers wanted", WebSlice.NOW, true),
                        news("已受理", "Accepted", OLD, false)));
        Samples.citizen();
    }

    private static News news(String zh, String en, Instant at, boolean yourTurn) {
        return new News(
                Samples.NUMBER,
                Text.of("最低生活保障", "Minimum living allowance"),
                Text.of(zh, en),
                null,
                at,
                yourTurn);
    }

    @Test
    void counts_what_is_new_and_leads_to_the_case() throws Exception {
        assertThat(pages.page(get("/inbox")))
                .contains("1 条未读")
                .contains("需要补正")
                .contains("待您处理")
                .contains("/cases/" + Samples.NUMBER);
        verify(inbox, never()).read(any(), any());
    }

    @Test
    void marks_as_read_what_was_shown_and_nothing_that_came_since() throws Exception {
        mvc.perform(post("/inbox").param("until", OLD.toString()));

        verify(inbox).read(eq(Samples.PERSON), eq(OLD));
    }

    @Test
    void stands_on_the_home_page_beside_what_happened_in_a_life() throws Exception {
        answers.to(
                FindServices.class,
                List.of(row("minimum-living-allowance"), row("labour-arbitration")));

        assertThat(pages.page(get("/"))).contains("1 条新消息").contains("社会救助与福利");
        assertThat(pages.page(get("/").param("event", "wages-owed")))
                .contains("/services/labour-arbitration")
                .doesNotContain("href=\"/services/minimum-living-allowance");
    }

    @Test
    void finds_the_place_again_that_was_chosen_last() throws Exception {
        answers.to(FindServices.class, List.of(row("labour-arbitration")));

        Cookie place =
                mvc.perform(get("/").param("city", "440100").param("region", "440106"))
                        .andReturn()
                        .getResponse()
                        .getCookie("place");
        assertThat(pages.page(get("/").cookie(place))).contains("广州市天河区可以办的事项");
        assertThat(pages.page(get("/services/minimum-living-allowance").cookie(place)))
                .contains("/services/minimum-living-allowance/apply?region=440106");
        assertThat(pages.page(get("/").cookie(new Cookie("place", "999999")))).contains("全部事项");
    }

    private static ServiceRow row(String service) {
        String category = service.startsWith("labour") ? "work" : "welfare";
        Text text = Text.of(service, service);
        return new ServiceRow(service, 1, text, text, category, true, text);
    }
}
