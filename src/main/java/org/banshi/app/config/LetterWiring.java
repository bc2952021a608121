package org.banshi.app.config;

import org.banshi.app.BanshiSettings;
import org.banshi.app.letter.Faces;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.letter.LetterPrinter;
import org.banshi.app.letter.LetterTemplates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters, with templates of {@code bpmn/} and a font of the machine. */
@Configuration(proxyBeanMethods = false)
class LetterWiring {

    @Bean
    LetterTemplates letterTemplates(BanshiSettings settings) {
        return LetterTemplates.read(settings.bpmn().resolve("letters"));
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
