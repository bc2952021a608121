package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.Greeting;
import org.banshi.app.Profile;
import org.banshi.app.access.AccessFilter;
import org.banshi.app.access.AccessRecorder;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.app.platform.Hourly;
import org.banshi.app.privacy.AccountEraser;
import org.banshi.app.staff.Agents;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.app.staff.Officers;
import org.banshi.app.staff.StaffNames;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.mandate.AgentsGate;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.process.policy.Residents;
import org.banshi.process.work.RootWork;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Log-in, sessions and what every response says to the browser. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInWiring {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @DependsOnDatabaseInitialization
    Founding founding(JdbcClient jdbc, SignInSettings settings) {
        return new Founding(jdbc, settings);
    }

    @Bean
    Profile profile(Founding founding) {
        return new Profile(founding.demo());
    }

    @Bean
    Passwords passwords(Founding founding) {
        return founding.demo() ? Passwords.quick() : Passwords.slow();
    }

    @Bean
    DemoPeople demoPeople(Founding founding, BanshiSettings settings) {
        return founding.demo()
                ? DemoPeople.read(settings.bpmn().resolve("demo/people.yaml"))
                : DemoPeople.NOBODY;
    }

    @Bean
    Accounts accounts(
            JdbcClient jdbc,
            PersonalData personal,
            Founding founding,
            Passwords passwords,
            DemoPeople demo) {
        Accounts accounts = new Accounts(jdbc, personal);
        accounts.sealNames();
        demo.open(accounts, passwords);
        founding.administrators(accounts, passwords);
        return accounts;
    }

    @Bean
    PersonsByNumber personsByNumber(PersonalData personal, Residents residents) {
        return new PersonsByNumber(personal, residents);
    }

    @Bean
    Greeting demoAccounts(DemoPeople demo) {
        return demo::describe;
    }

    @Bean
    Greeting foundingNotices(Founding founding) {
        return founding::notices;
    }

    @Bean
    Citizens citizens(JdbcClient jdbc, PersonalData personal, Accounts accounts) {
        return new Citizens(jdbc, personal, accounts);
    }

    @Bean
    MandateRows mandateRows(JdbcClient jdbc, Accounts accounts, Catalogue catalogue) {
        return new MandateRows(jdbc, accounts, () -> OwnLogin.items(catalogue));
    }

    @Bean
    Mandating mandating(
            MandateRows rows,
            Citizens citizens,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        return new Mandating(rows, citizens, sessions, commands, root, clock);
    }

    @Bean
    WarnHolders warnHolders(Citizens citizens, MessagePort messages, BusinessClock clock) {
        return new WarnHolders(citizens, messages, clock);
    }

    @Bean
    LoggedMandates loggedMandates(JdbcClient jdbc, EventLog log) {
        return new LoggedMandates(jdbc, log);
    }

    /** Every command of an agent passes by it. */
    @Bean
    AgentsGate agentsGate(LoggedMandates mandates, Catalogue catalogue) {
        return new AgentsGate(mandates, mandates::service, OwnLogin.in(catalogue), mandates);
    }

    @Bean
    Registration registration(
            Citizens citizens,
            Accounts accounts,
            Passwords passwords,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        return new Registration(citizens, accounts, passwords, commands, root, clock);
    }

    @Bean
    Officers officers(Accounts accounts) {
        return accounts::officers;
    }

    @Bean
    StaffNames staffNames(Accounts accounts) {
        return accounts::staffName;
    }

    @Bean
    Agents agents(Citizens citizens) {
        return citizens::name;
    }

    @Bean
    KnownCitizens knownCitizens(Citizens citizens) {
        return new KnownCitizens() {
            @Override
            public Optional<Known> byNumber(String identityNumber) {
                return citizens.byNumber(identityNumber)
                        .flatMap(it -> known(it.person(), it.account().details()));
            }

            @Override
            public Optional<Known> of(PersonId person) {
                return citizens.details(person).flatMap(it -> known(person, it));
            }

            private Optional<Known> known(PersonId person, @Nullable Applicant details) {
                return details == null ? Optional.empty() : Optional.of(new Known(person, details));
            }
        };
    }

    @Bean
    Residents residents(Accounts accounts) {
        return accounts::resident;
    }

    @Bean
    AccountEraser accountEraser(
            JdbcClient jdbc,
            Accounts accounts,
            MandateRows mandates,
            OrganisationRows organisations,
            Sessions sessions,
            CommandGateway commands,
            BusinessClock clock) {
        return new Forgetting(jdbc, accounts, mandates, organisations, sessions, commands, clock);
    }

    @Bean
    Sessions sessions(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Accounts accounts,
            SignInSettings settings,
            MandateRows mandates,
            BusinessClock clock) {
        return new Sessions(
                jdbc,
                new TransactionTemplate(transactions),
                accounts,
                settings,
                mandate -> mandates.acting(mandate, clock.today()),
                clock::today);
    }

    @Bean
    Attempts attempts(JdbcClient jdbc, PersonalData personal) {
        return new Attempts(jdbc, personal);
    }

    @Bean
    SecondFactors secondFactors(
            JdbcClient jdbc, PersonalData personal, Attempts attempts, Sessions sessions) {
        return new SecondFactors(jdbc, personal, attempts, sessions);
    }

    @Bean
    HeldForms heldForms(JdbcClient jdbc, PersonalData personal) {
        return new HeldForms(jdbc, personal);
    }

    @Bean
    Hourly heldFormsSweep(HeldForms forms) {
        return new Hourly("held-forms", forms::sweep);
    }

    @Bean
    Hourly signInRecordsSweep(SignInRecords records) {
        return new Hourly("sign-in-records", records::sweep);
    }

    @Bean
    WebMvcConfigurer heldFormsSent(HeldForms forms) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HeldFormSent(forms))
                        .excludePathPatterns("/api/**", "/assets/**");
            }
        };
    }

    @Bean
    SignInRecords signInRecords(JdbcClient jdbc, AccessRecorder journal) {
        return new SignInRecords(jdbc, journal::noteLogIn);
    }

    @Bean
    SignIn signIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            SecondFactors factors,
            SignInRecords records,
            DemoPeople demo,
            Founding founding) {
        return new SignIn(
                accounts, passwords, attempts, sessions, factors, records, demo, !founding.demo());
    }

    @Bean
    AccessBack accessBack(Accounts accounts, Passwords passwords, Sessions sessions) {
        return new AccessBack(accounts, passwords, sessions);
    }

    @Bean
    FirstHalves firstHalves(JdbcClient jdbc, PersonalData personal, Passwords passwords) {
        return new FirstHalves(jdbc, personal, passwords);
    }

    @Bean
    Administration administration(
            Accounts accounts,
            Passwords passwords,
            FirstHalves halves,
            AccessBack access,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        return new Administration(
                accounts, passwords, halves, access, sessions, commands, root, clock);
    }

    /** The founders are told of in the log as soon as it takes commands. */
    @Bean
    ApplicationRunner recordFounders(
            Accounts accounts, Administration administration, Founding founding) {
        return arguments -> {
            if (!founding.demo()) {
                accounts.staff("", Integer.MAX_VALUE).stream()
                        .filter(row -> !row.recorded())
                        .forEach(administration::record);
            }
        };
    }

    @Bean
    Passkeys passkeys(
            JdbcOperations jdbc,
            JdbcClient client,
            Sessions sessions,
            SignInSettings settings,
            Environment environment) {
        return new Passkeys(
                jdbc,
                new Challenges(client),
                sessions,
                OutsideWiring.origin(settings, environment));
    }

    @Bean
    Pace pace() {
        return new Pace(System::nanoTime);
    }

    @Bean
    SessionCookie sessionCookie(
            CsrfTokenRepository csrfTokens, Citizens citizens, SignInSettings settings) {
        return new SessionCookie(csrfTokens, citizens, settings.life());
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("banshi-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Sessions sessions,
            SignInSettings settings,
            CsrfTokenRepository csrfTokens,
            AccessRecorder journal,
            HeldForms forms,
            Pace pace,
            PaceSettings paceSettings,
            HandlerExceptionResolver handlerExceptionResolver)
            throws Exception {
        Freshness freshness = new Freshness(settings.verifiedFor());
        Refusals refusals = new Refusals(handlerExceptionResolver, freshness, forms);
        http.authorizeHttpRequests(doors -> Doors.open(doors, freshness))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SessionFilter(sessions, freshness, refusals), CsrfFilter.class)
                .addFilterBefore(new AccessFilter(journal), SessionFilter.class)
                .addFilterAfter(
                        new PaceFilter(pace, paceSettings, handlerExceptionResolver),
                        CsrfFilter.class)
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfTokens)
                                        // Every request would count as a log-in, and each
                                        // picture or style of a page would drop its token.
                                        .sessionAuthenticationStrategy(
                                                new NullAuthenticatedSessionStrategy())
                                        .requireCsrfProtectionMatcher(SignInWiring::needsCsrfToken))
                .headers(SignInWiring::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {});
        return http.build();
    }

    /** A bearer token is no ambient authority; a cookie is, and so is the log-in form itself. */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || SessionFilter.hasBearer(request)) {
            return false;
        }
        return !request.getRequestURI().startsWith("/api/")
                || WebUtils.getCookie(request, SessionFilter.COOKIE) != null;
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
