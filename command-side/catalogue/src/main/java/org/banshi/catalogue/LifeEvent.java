package org.banshi.catalogue;

import java.util.List;
import org.banshi.command.contract.text.Text;

/**
 * What happens in a life, such as losing one's wages, and what helps then.
 *
 * @param name as people say it
 * @param services items that help, the first to look at first
 */
public record LifeEvent(String key, Text name, List<String> services) {

    public LifeEvent {
        services = List.copyOf(services);
    }
}
