package org.banshi.app.signin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey that an intruder added to an account. */
final class StrangersPasskey {

    private StrangersPasskey() {}

    static void add(JdbcClient jdbc, String account) {
        jdbc.sql("INSERT INTO user_entities (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params("user-of-" + account, account)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO user_credentials (credential_id, user_entity_user_id,
                            public_key, backup_eligible, backup_state, label)
                        VALUES (?, ?, ''::bytea, false, false, 'stranger')
                        """)
                .params("passkey-of-" + account, "user-of-" + account)
                .update();
    }

    static boolean isThere(JdbcClient jdbc, String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM user_credentials WHERE credential_id = ?)")
                .param("passkey-of-" + account)
                .query(Boolean.class)
                .single();
    }
}
