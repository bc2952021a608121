package org.banshi.app;

import java.util.List;

/** Something that a room wants said once Banshi is ready. */
@FunctionalInterface
public interface Greeting {

    /** Lines for the terminal. */
    List<String> lines();
}
