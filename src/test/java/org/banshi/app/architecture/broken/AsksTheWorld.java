package org.banshi.app.architecture.broken;

import org.springframework.web.client.RestClient;

/** Asks whatever it is told to ask. */
public final class AsksTheWorld {

    public String ask(String address) {
        return String.valueOf(RestClient.create().get().uri(address).retrieve().body(String.class));
    }
}
