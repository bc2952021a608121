package org.banshi.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.query.Query;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The application's rules. */
final class Architecture {

    private static final String SIGN_IN = "org.banshi.app.signin..";

    static final ArchRule PAGES_USE_CONTRACTS_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.banshi.command.domain..",
                            "org.banshi.query.projection..",
                            "org.camunda..",
                            "org.springframework.jdbc..",
                            "org.springframework.transaction..",
                            "java.sql..",
                            "javax.sql..");

    /** Only who is signed in is known outside, and why somebody is not. */
    static final ArchRule LOG_IN_STAYS_IN_ITS_ROOM =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SIGN_IN)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(SIGN_IN)
                                    .and(
                                            DescribedPredicate.not(
                                                    simpleName("SignedIn")
                                                            .or(
                                                                    simpleName(
                                                                            "SignInRefusedException"))
                                                            .or(simpleName("Why")))));

    static final ArchRule PROCESSES_NEVER_SEE_AGGREGATES =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi.process..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.banshi.command.domain..",
                            "org.banshi.query..",
                            "org.banshi.app..");

    static final ArchRule PROJECTIONS_ONLY_READ =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.banshi.command.domain..",
                            "org.banshi.process..",
                            "org.camunda..",
                            "org.axonframework.commandhandling..",
                            "org.banshi.app..");

    /**
     * Nobody opens a connection on one's own, but for programs of the launcher that ask this
     * machine; and who has a client of Spring's has it from there.
     */
    static final ArchRule ONE_DOOR_OUT =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi..")
                    .and()
                    .resideOutsideOfPackages(
                            "org.banshi.app.outbound..",
                            "org.banshi.app.bench..",
                            "org.banshi.app.demo..")
                    .and()
                    .doNotHaveSimpleName("PrepareCommand")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("java.net.http..")
                                    .or(simpleName("URLConnection"))
                                    .or(simpleName("HttpURLConnection"))
                                    .or(simpleName("Socket"))
                                    .or(simpleName("SocketChannel"))
                                    .or(simpleName("SimpleClientHttpRequestFactory"))
                                    .or(simpleName("JdkClientHttpRequestFactory")))
                    .orShould()
                    .callMethod(RestClient.class, "create")
                    .orShould()
                    .callConstructor(RestTemplate.class);

    /** What is vulnerable in the engine cannot be reached (docs/vex.cdx.json). */
    static final ArchRule QUERIES_TAKE_NO_EXPRESSIONS =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi..")
                    .should()
                    .callMethodWhere(
                            new DescribedPredicate<JavaMethodCall>("a query takes an expression") {
                                @Override
                                public boolean test(JavaMethodCall call) {
                                    String method = call.getTarget().getName();
                                    return call.getTargetOwner().isAssignableTo(Query.class)
                                            && (method.endsWith("Expression")
                                                    || method.equals("or"));
                                }
                            });

    private Architecture() {}

    static ArchRule roomsHaveNoCycles(String rooms) {
        return slices().matching(rooms).should().beFreeOfCycles();
    }
}
