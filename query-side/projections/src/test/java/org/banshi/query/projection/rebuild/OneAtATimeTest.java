package org.banshi.query.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    @Test
    void gives_its_connection_back_when_the_lock_cannot_even_be_asked_for() {
        List<String> calls = new ArrayList<>();
        Connection broken =
                stub(
                        Connection.class,
                        name -> {
                            calls.add(name);
                            if (name.equals("prepareStatement")) {
                                throw new SQLException("the connection broke");
                            }
                            return null;
                        });
        DataSource database = stub(DataSource.class, name -> broken);

        assertThatThrownBy(() -> OneAtATime.of(database, "progress"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(calls).containsExactly("prepareStatement", "close");
    }

    private interface Answer {
        Object to(String method) throws SQLException;
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer.to(method.getName())));
    }
}
