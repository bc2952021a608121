package org.banshi.app.signin;

import java.net.URI;
import java.util.function.Supplier;
import org.banshi.app.Profile;
import org.banshi.app.face.FaceServices;
import org.banshi.app.face.FaceSettings;
import org.banshi.app.outbound.Outbound;
import org.banshi.app.outbound.OutboundSettings;
import org.banshi.app.pace.Pace;
import org.banshi.app.signin.ProviderSettings.Audience;
import org.banshi.app.staff.LevelWays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How other machines are asked: log-in services, and the face service or a demo's stand-in. */
@Configuration(proxyBeanMethods = false)
class OutsideWiring {

    @Bean
    FaceChecks faceChecks(
            FaceSettings face,
            Outbound outbound,
            Profile profile,
            JdbcClient jdbc,
            Citizens citizens,
            Registration registration,
            Recoveries recoveries,
            Sessions sessions,
            SignInRecords records,
            Pace pace,
            SignInSettings settings,
            Environment environment) {
        return new FaceChecks(
                FaceServices.of(face, outbound, profile.demo()),
                new Challenges(jdbc),
                citizens,
                registration,
                recoveries,
                sessions,
                records,
                pace,
                origin(settings, environment));
    }

    @Bean
    Providers providers(
            ProviderSettings providers,
            JdbcClient client,
            SignInSettings settings,
            Environment environment,
            Outbound outbound) {
        return new Providers(
                providers, new Challenges(client), origin(settings, environment), outbound);
    }

    @Bean
    Outbound outbound(OutboundSettings settings, Profile profile) {
        return new Outbound(settings, profile.demo());
    }

    @Bean
    ProviderSignIn providerSignIn(
            Citizens citizens,
            Registration registration,
            SignIn signIn,
            JdbcClient jdbc,
            Sessions sessions,
            SignInSettings settings) {
        return new ProviderSignIn(
                citizens, registration, signIn, new ProviderLinks(jdbc, sessions, settings));
    }

    @Bean
    LevelWays levelWays(FaceChecks faces, Providers providers) {
        return new LevelWays(
                faces.highest(),
                providers.all().values().stream()
                        .anyMatch(one -> one.audience() == Audience.CITIZENS));
    }

    /** Where browsers find the platform. */
    static Supplier<URI> origin(SignInSettings settings, Environment environment) {
        return () ->
                settings.publicUrl() == null
                        ? URI.create(
                                "http://localhost:" + environment.getProperty("local.server.port"))
                        : settings.publicUrl();
    }
}
