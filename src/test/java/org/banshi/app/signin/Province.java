package org.banshi.app.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Another log-in service, of the real kind: Spring Authorization Server, on a port of its own. */
final class Province implements AutoCloseable {

    static final String PASSWORD = "province";

    private final ConfigurableApplicationContext context;

    /**
     * @param origin where the platform is, which it sends people back to
     */
    Province(int port, String origin) {
        context =
                new SpringApplicationBuilder(Beans.class)
                        .run(
                                "--server.port=" + port,
                                "--spring.config.name=province",
                                "--spring.main.banner-mode=off",
                                "--province.issuer=http://localhost:" + port,
                                "--province.origin=" + origin);
    }

    @Override
    public void close() {
        context.close();
    }

    /** What it vouches for, by whom logs in there. */
    private static final Map<String, Map<String, String>> CLAIMS =
            Map.of(
                    "lan",
                            Map.of(
                                    "name", "蓝灯",
                                    "identity_number", "440106190801030011",
                                    "phone_number", "+8613800000055"),
                    "mei",
                            Map.of(
                                    "name", "李梅",
                                    "identity_number", "440106190503120625",
                                    "phone_number", "13800000001"),
                    "false-mei",
                            Map.of(
                                    "name", "李不是",
                                    "identity_number", "440106190503120625",
                                    "phone_number", "13800000001"),
                    "stale-lan",
                            Map.of(
                                    "name", "蓝灯",
                                    "identity_number", "440106190801030011",
                                    "phone_number", "+8613800000055"),
                    "timeless-lan",
                            Map.of(
                                    "name", "蓝灯",
                                    "identity_number", "440106190801030011",
                                    "phone_number", "+8613800000055"),
                    "clerk", Map.of("name", "经办", "banshi_account", "yuexiu-civil-1"),
                    "sly", Map.of("name", "李梅", "banshi_account", "li-mei"));

    /** No configuration that a test of the platform would find. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Beans {

        @Bean
        @Order(1)
        SecurityFilterChain server(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server =
                    OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .oauth2ResourceServer(it -> it.jwt(Customizer.withDefaults()))
                    .exceptionHandling(
                            it ->
                                    it.authenticationEntryPoint(
                                            new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
            CLAIMS.keySet()
                    .forEach(
                            name ->
                                    users.createUser(
                                            User.withUsername(name)
                                                    .password("{noop}" + PASSWORD)
                                                    .roles("USER")
                                                    .build()));
            return users;
        }

        @Bean
        RegisteredClientRepository clients(Environment environment) {
            String origin = environment.getRequiredProperty("province.origin");
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("banshi")
                            .clientId("banshi")
                            .clientSecret("{noop}province-secret")
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(origin + "/sign-in/with/province/answer")
                            .redirectUri(origin + "/sign-in/with/bureau/answer")
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of())
                            .forEach((claim, value) -> token.getClaims().claim(claim, value));
                    if (token.getPrincipal().getName().startsWith("stale-")) {
                        token.getClaims()
                                .claim("auth_time", Date.from(Instant.now().minusSeconds(600)));
                    }
                    if (token.getPrincipal().getName().startsWith("timeless-")) {
                        token.getClaims().claims(claims -> claims.remove("auth_time"));
                    }
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(
                    new JWKSet(
                            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                    .privateKey((RSAPrivateKey) pair.getPrivate())
                                    .keyID("province")
                                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(Environment environment) {
            return AuthorizationServerSettings.builder()
                    .issuer(environment.getRequiredProperty("province.issuer"))
                    .build();
        }
    }
}
