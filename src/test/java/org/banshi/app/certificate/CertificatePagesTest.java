package org.banshi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.PersonalData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A holder sees the certificate and reports it lost; the issuing body finds it and takes note. */
@BanshiTest
class CertificatePagesTest {

    private static final String ACCOUNT = "citizen-090011";
    private static final String HOLDER = "440106190502148511";

    @LocalServerPort int port;
    @Autowired private CommandGateway commands;
    @Autowired private PersonalData personal;
    @Autowired private BusinessClock clock;

    @Test
    void shows_a_certificate_to_its_holder_and_to_the_issuing_body() {
        record();
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/certificates", "肢体残疾");
            assertThat(citizen.text())
                    .contains("有效")
                    .contains("2 级")
                    .contains("到期换领")
                    .doesNotContain(HOLDER);
            citizen.picture("certificate");
            citizen.press("证件丢失，现在挂失");
            citizen.awaitHere("已挂失");
            assertThat(citizen.text()).contains("遗失补办").doesNotContain("等级变更");
            citizen.press("证件找到了，撤销挂失");
            citizen.awaitHere("恢复有效");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-dpf");
            officer.open("/work/certificates");
            officer.fillAt("#identityNumber", "440106190503120650");
            officer.press("查找");
            officer.awaitHere("没有此人的残疾人证");
            officer.fillAt("#identityNumber", HOLDER);
            officer.press("查找");
            officer.awaitHere("肢体残疾");
            assertThat(officer.text()).contains("有效").doesNotContain(HOLDER);
            officer.picture("certificate-desk");
            officer.fill("movedOn", clock.today().minusMonths(2).toString());
            officer.press("登记迁出");
            officer.awaitHere("确定登记户籍迁出吗");
            officer.picture("certificate-desk-sure");
            officer.press("确认登记迁出");
            officer.awaitHere("已登记迁出");
        }
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/certificates", "证件将被冻结");
        }
    }

    private void record() {
        String key = personal.hash(CertificateId.HOLDER, HOLDER);
        PersonId person =
                new PersonId(
                        UUID.nameUUIDFromBytes(
                                        ("banshi-demo:" + ACCOUNT).getBytes(StandardCharsets.UTF_8))
                                .toString());
        commands.sendAndWait(
                new CertificateCommand.Record(
                        CertificateId.of(key),
                        key,
                        person,
                        new RegionCode("440106"),
                        HOLDER + "42",
                        clock.today().minusYears(10).plusDays(20),
                        clock.today().plusDays(20),
                        new Stamp(clock.now(), Actor.system("journey"))));
    }
}
