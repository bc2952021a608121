package org.banshi.app.publishing;

import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.decision.DecisionTables;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the decision tables of all items once the program serves, beside whatever it serves: the
 * first case would otherwise wait about a second for them.
 */
@Component
class WarmUp {

    private final Catalogue catalogue;

    WarmUp(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        DecisionTables.startFeel();
        catalogue.current().forEach(ServiceDefinition::decisions);
    }
}
