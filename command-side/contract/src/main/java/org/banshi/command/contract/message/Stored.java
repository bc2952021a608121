package org.banshi.command.contract.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. Stored names are for ever: never a class
 * name, never renamed.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stored {

    /** A stable word, {@code concept.past-participle}. */
    String value();

    /**
     * Raised when the JSON of the event changes its meaning or shape; older revisions are upcast.
     */
    int revision() default 1;
}
