package org.banshi.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application's context. */
@SpringBootApplication(
        scanBasePackages = {"org.banshi.app", "org.banshi.web"},
        exclude = UserDetailsServiceAutoConfiguration.class,
        proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BanshiApplication {}
