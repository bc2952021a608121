package org.banshi.command.contract.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that a service package can name: the act behind one outcome of an officer's task,
 * or behind an automatic step of the process. The command's components other than {@code
 * application}, {@code step} and {@code stamp} are filled from the task form's data by name.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TaskAct {

    /** The word used in {@code service.yaml}, such as {@code acceptance}. */
    String value();

    /**
     * The outcome of the task that leads to this command; empty when the act has but one command.
     */
    String outcome() default "";

    /** Whether it belongs to a step without an officer (a service task) instead of a user task. */
    boolean automatic() default false;

    /** Whether it may be done beside the tasks, too, at any time that the case allows. */
    boolean beside() default false;
}
