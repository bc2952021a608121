package org.banshi.app.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.banshi.app.BanshiApplication;
import org.banshi.app.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application as a stage for scenarios: time and other bodies are the scenario's own. Who
 * plays leaves claims and benefits behind, so each class clears its stage with {@code
 * DirtiesContext}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = BanshiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles(ScenarioWiring.PROFILE)
@interface OnStage {}
