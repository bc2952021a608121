package org.banshi.query.contract.page;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;

/**
 * Asks the query bus for a {@link Page}: {@code queries.query(question,
 * PageResponse.of(WorkItemRow.class))}. The framework's own types find no handler whose answer is
 * generic.
 */
public final class PageResponse<T> extends AbstractResponseType<Page<T>> {

    private static final long serialVersionUID = 1L;

    private PageResponse(Class<?> row) {
        super(row);
    }

    /** A page of rows of one type. */
    public static <T> PageResponse<T> of(Class<T> row) {
        return new PageResponse<>(row);
    }

    /** A page of whatever rows the query's contract promises. */
    public static <T> PageResponse<T> ofAny() {
        return new PageResponse<>(Object.class);
    }

    @Override
    public boolean matches(Type answer) {
        return answer == Page.class
                || answer instanceof ParameterizedType page
                        && page.getRawType() == Page.class
                        && page.getActualTypeArguments()[0] instanceof Class<?> row
                        && getExpectedResponseType().isAssignableFrom(row);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Page<T>> responseMessagePayloadType() {
        return (Class<Page<T>>) (Class<?>) Page.class;
    }
}
