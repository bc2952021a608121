package org.banshi.app.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param url JDBC, without user and password
 */
public record Database(String url, @Nullable String user, @Nullable String password) {

    /**
     * Understands {@code postgresql://user:password@host:port/name?options} and JDBC's spelling of
     * it. User and password given apart win over those in the URL.
     *
     * @throws StartUpException when it is no PostgreSQL URL; the message never repeats it, as it
     *     may hold a password
     */
    public static Database of(String given, @Nullable String user, @Nullable String password) {
        String plain = given.startsWith("jdbc:") ? given.substring(5) : given;
        URI uri = parse(plain);
        String[] account = split(uri.getRawUserInfo());
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Database(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                user != null ? user : account[0],
                password != null ? password : account[1]);
    }

    private static URI parse(String plain) {
        try {
            URI uri = new URI(plain.replaceFirst("^postgres:", "postgresql:"));
            if ("postgresql".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without the text, which may hold a password.
        }
        throw new StartUpException(
                "BANSHI_DATABASE_URL is not of the form postgresql://user:password@host:port/database");
    }

    private static @Nullable String[] split(@Nullable String userInfo) {
        if (userInfo == null) {
            return new @Nullable String[] {null, null};
        }
        String[] parts = userInfo.split(":", 2);
        return new @Nullable String[] {
            decode(parts[0]), parts.length == 2 ? decode(parts[1]) : null
        };
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A connection of one's own, or an exception within 10 s. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return "Database[" + url.replaceFirst("\\?.*", "") + "]";
    }
}
