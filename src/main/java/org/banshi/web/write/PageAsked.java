package org.banshi.web.write;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;
import org.banshi.query.contract.page.Page;

/** Asks for a page. Axon's own types overlook a handler whose answer has a type argument. */
final class PageAsked<T> extends AbstractResponseType<Page<T>> {

    private static final long serialVersionUID = 1L;

    PageAsked() {
        super(Page.class);
    }

    @Override
    public boolean matches(Type answer) {
        Type unwrapped = unwrapIfTypeFuture(answer);
        return unwrapped == Page.class
                || unwrapped instanceof ParameterizedType generic
                        && generic.getRawType() == Page.class;
    }

    /** The rows' type is known by the query's contract. */
    @Override
    @SuppressWarnings("unchecked")
    public Class<Page<T>> responseMessagePayloadType() {
        return (Class<Page<T>>) expectedResponseType;
    }
}
