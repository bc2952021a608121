package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What ends or moves a disability certificate is never one press away. */
@WebSliceTest
class CertificateDeskTest {

    private static final String HERE = "/work/certificates/" + CertificateId.of("invented").value();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final KnownCitizens citizens;

    @Autowired
    CertificateDeskTest(
            MockMvc mvc, Answers answers, CommandGateway commands, KnownCitizens citizens) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
        this.citizens = citizens;
    }

    @BeforeEach
    void a_held_certificate_of_tianhe() {
        answers.forget();
        answers.to(
                FindCertificateRecord.class,
                new CertificateRecord(
                        Samples.PERSON,
                        "440106",
                        CertificateStatus.HELD,
                        "44010619050312062542",
                        null,
                        null,
                        DAY,
                        DAY.plusYears(10),
                        null,
                        null));
        Applicant li = new Applicant("李梅", "440106190503120625", "13800000001", null);
        when(citizens.of(Samples.PERSON))
                .thenReturn(Optional.of(new KnownCitizens.Known(Samples.PERSON, li)));
        Samples.staff(Role.OFFICER, "county-dpf");
    }

    @AfterEach
    void nobody_is_left() {
        reset(commands, citizens);
    }

    @Test
    void names_no_reason_beforehand_and_whose_it_is_only_in_part() throws Exception {
        assertThat(pages.page(get(HERE)))
                .contains("<option value=\"\">请选择</option>")
                .contains("李*")
                .doesNotContain("李梅", "selected=\"selected\"", "44010619050312062542");
        assertThat(pages.body(post(HERE).param("act", "CANCEL").param("reason", ""), 422))
                .contains("请选择注销原因");
        assertThat(pages.body(post(HERE).param("act", "MOVE_OUT").param("movedOn", ""), 422))
                .contains("请填写户籍迁出日期");
    }

    @Test
    void cancels_only_when_the_officer_is_sure() throws Exception {
        var died = post(HERE).param("act", "DIED");
        assertThat(pages.page(died)).contains("已核实持证人去世").contains("李*").contains("不能恢复");
        assertThat(pages.page(post(HERE).param("act", "MOVE_OUT").param("movedOn", "2026-08-01")))
                .contains("2026年8月1日");
        var cancel = post(HERE).param("act", "CANCEL").param("reason", "OWN_WISH");
        assertThat(pages.page(cancel))
                .contains("确定注销这本残疾人证吗")
                .contains("本人自愿")
                .contains("name=\"reason\" value=\"OWN_WISH\"")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
        verify(commands, never()).sendAndWait(any());

        pages.moved(cancel.param("sure", "true"), HERE + "?done=CANCEL");
        ArgumentCaptor<Object> sent = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(sent.capture());
        assertThat(((GenericCommandMessage<?>) sent.getValue()).getPayload())
                .isInstanceOfSatisfying(
                        CertificateCommand.Cancel.class,
                        it -> assertThat(it.reason()).isEqualTo(CancelReason.OWN_WISH));
    }

    @Test
    void says_why_not_and_keeps_what_was_chosen() throws Exception {
        when(commands.sendAndWait(any()))
                .thenThrow(
                        new RefusedException(
                                Refusal.of(
                                        "certificate-death-unchecked",
                                        Text.of("正在核实是否去世", "A death is being checked"),
                                        Text.of("请先核实", "Check first"))));
        assertThat(
                        pages.body(
                                post(HERE)
                                        .param("act", "CANCEL")
                                        .param("reason", "OWN_WISH")
                                        .param("sure", "true"),
                                409))
                .contains("正在核实是否去世")
                .contains("<option value=\"OWN_WISH\" selected=\"selected\"");
    }
}
