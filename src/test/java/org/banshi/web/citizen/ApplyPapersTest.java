package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.MaterialStore;
import org.banshi.command.contract.application.FormData;
import org.banshi.web.Answers;
import org.banshi.web.MaterialsInMemory;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.banshi.web.write.Papers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The papers of an application, file by file. */
@WebSliceTest
class ApplyPapersTest {

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final Drafts drafts;
    private final Papers papers;
    private final MaterialsInMemory materials;

    @Autowired
    ApplyPapersTest(
            MockMvc mvc, Answers answers, Drafts drafts, Papers papers, MaterialStore materials) {
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.drafts = drafts;
        this.papers = papers;
        this.materials = (MaterialsInMemory) materials;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(FormData.empty(), Map.of())));
        when(drafts.fill(any(), anyInt(), any(), any())).thenReturn(true);
        Begun.tell(drafts);
        Samples.nobody();
    }

    @Test
    void takes_a_paper_by_its_content_and_says_why_it_refuses_another() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";

        assertThat(pages.page(get(address))).contains("还缺以下必备材料");
        int kept =
                mvc.perform(
                                multipart(address)
                                        .file(Begun.file("%PDF-1.4"))
                                        .param("code", "household-book"))
                        .andReturn()
                        .getResponse()
                        .getStatus();
        MockHttpServletRequestBuilder wrong =
                multipart(address).file(Begun.file("MZ")).param("code", "household-book");
        pages.moved(wrong, address + "?refused#m-household-book");
        String refused = pages.body(get(address).param("refused", ""), 200);
        assertThat(pages.body(wrong.header("HX-Request", "true"), 415))
                .as("a part of a page has no address")
                .contains("文件类型不支持");
        pages.moved(
                multipart(address).file(Begun.file("%PDF-1.4")).param("code", "none#\n"),
                address + "?refused");

        assertThat(kept).isEqualTo(302);
        assertThat(refused).contains("文件类型不支持");
    }

    @Test
    void takes_a_paper_page_by_page_and_one_page_out_again() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";
        List<String> ids = List.of(stored("one"), stored("two"));
        Draft draft = Begun.draft(household(), Map.of("household-book", ids));
        when(drafts.of(any())).thenReturn(List.of(draft));

        String second = address + "/household-book/" + ids.get(1);
        assertThat(pages.page(get(address)))
                .contains("文件 1，查看", "文件 2，查看", "再拍一页", "href=\"" + second + "\"")
                .contains("name=\"sheet\" value=\"" + ids.get(1) + "\"");
        assertThat(mvc.perform(get(second)).andReturn().getResponse().getContentAsString())
                .isEqualTo("%PDF-1.4 two");
        pages.body(get(address + "/identity-card/" + ids.get(1)), 404);
        pages.moved(
                multipart(address).file(Begun.file("%PDF-1.4 two")).param("code", "household-book"),
                address);
        verify(drafts, never()).attach(any(), any(), any(), any());
        pages.moved(
                multipart(address)
                        .file(Begun.file("%PDF-1.4 three"))
                        .param("code", "household-book"),
                address);
        verify(drafts).attach(eq(draft), eq("household-book"), any(), any());
        pages.moved(post(address + "/household-book/removal").param("sheet", ids.get(1)), address);
        verify(drafts).detach(draft, "household-book", ids.get(1));

        Draft full =
                Begun.draft(
                        household(), Map.of("household-book", Collections.nCopies(20, ids.get(0))));
        when(drafts.of(any())).thenReturn(List.of(full));
        pages.moved(
                multipart(address)
                        .file(Begun.file("%PDF-1.4 four"))
                        .param("code", "household-book"),
                address + "?refused#m-household-book");
        assertThat(pages.body(get(address).param("refused", ""), 200)).contains("文件太多");
    }

    @Test
    void asks_once_for_all_files_of_a_page() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/";
        Map<String, List<String>> sheets = new HashMap<>(papers());
        sheets.put("household-book", List.of(stored("first"), stored("second")));
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), sheets)));

        for (String page : List.of("materials", "check", "tasks")) {
            int before = materials.questions();
            pages.body(get(address + page), 200);
            assertThat(materials.questions() - before).as(page).isEqualTo(1);
        }
    }

    @Test
    void counts_only_files_that_are_still_there() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";
        List<String> there = Collections.nCopies(20, stored("kept"));
        List<String> gone = Collections.nCopies(20, "ffffffff-0000-0000-0000-000000000000");
        MockHttpServletRequestBuilder more =
                multipart(address)
                        .file(Begun.file("%PDF-1.4 more"))
                        .param("code", "household-book");

        when(drafts.of(any()))
                .thenReturn(
                        List.of(
                                Begun.draft(
                                        household(), Map.of("a", there, "b", there, "c", there))));
        pages.moved(more, address + "?refused#m-household-book");
        assertThat(pages.body(get(address).param("refused", ""), 200)).contains("文件太多");
        Draft room =
                Begun.draft(
                        household(),
                        Map.of("household-book", gone, "a", there, "b", there, "c", gone));
        when(drafts.of(any())).thenReturn(List.of(room));
        pages.moved(more, address);
        verify(drafts).attach(eq(room), eq("household-book"), any(), any());
    }

    private String stored(String content) {
        return papers.keep(Samples.PERSON, ("%PDF-1.4 " + content).getBytes(StandardCharsets.UTF_8))
                .id();
    }

    private Map<String, List<String>> papers() throws Exception {
        Map<String, List<String>> papers = new HashMap<>();
        for (String code :
                List.of("identity-card", "household-book", "authority", "promise-letter")) {
            mvc.perform(multipart("/api/v1/materials").file(Begun.file("%PDF-1.4 " + code)));
            papers.put(code, List.of("00000000-0000-0000-0000-000000000001"));
        }
        return papers;
    }

    private static FormData household() {
        return Household.data();
    }
}
