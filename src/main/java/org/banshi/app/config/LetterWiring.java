package org.banshi.app.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.banshi.app.BanshiSettings;
import org.banshi.app.letter.Faces;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.letter.LetterPrinter;
import org.banshi.app.letter.LetterTemplates;
import org.banshi.app.letter.LetterWordings;
import org.banshi.app.letter.StoredWordings;
import org.banshi.eventstore.LogPositions;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters, with templates of {@code bpmn/} and a font of the machine. */
@Configuration(proxyBeanMethods = false)
class LetterWiring {

    @Bean
    LetterTemplates letterTemplates(BanshiSettings settings) {
        return LetterTemplates.read(settings.bpmn().resolve("letters"));
    }

    @Bean
    @DependsOnDatabaseInitialization
    LetterWordings letterWordings(
            JdbcClient jdbc, LetterTemplates templates, LogPositions positions) {
        return new StoredWordings(jdbc, new ObjectMapper(), templates, positions.head());
    }

    @Bean
    LetterPdf letterPdf() {
        return new LetterPdf(new Faces(Faces.FOLDERS));
    }

    @Bean
    LetterPrinter letterPrinter(LetterPdf pdf) {
        return new LetterPrinter(pdf);
    }
}
