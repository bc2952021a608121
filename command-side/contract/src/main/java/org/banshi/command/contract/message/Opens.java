package org.banshi.command.contract.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that a service package can name under {@code opens}: what follows from an
 * approval beyond the case itself, such as a monthly benefit. Its components are filled by name:
 * {@code application}, {@code person}, {@code service}, {@code region} and {@code stamp} by the
 * policy that sends it, its target by the package or else with an id of its own, the others by the
 * package.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Opens {

    /** The word used in {@code service.yaml}, such as {@code benefit}; of one command only. */
    String value();

    /** Whether something begins, under an id made for it, instead of an existing one changing. */
    boolean begins() default false;

    /**
     * Of what a person has but one of: how its id begins; the person's id follows. Empty where each
     * is a new one.
     */
    String ofPerson() default "";

    /**
     * Whether it comes after all else that the case opens, wherever its package names it: what
     * rests on something before it may be refused, and holds up nothing then.
     */
    boolean last() default false;

    /**
     * Whether it comes with the step of an officer after whose outcome it is named under {@code
     * when}, at once and in that officer's name, and not with an approval: where it is refused, so
     * is the outcome.
     */
    boolean withStep() default false;
}
