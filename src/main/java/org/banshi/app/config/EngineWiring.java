package org.banshi.app.config;

import org.banshi.process.ProcessesConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The process engine and what reacts to the log with it. */
@Configuration(proxyBeanMethods = false)
@Import(ProcessesConfiguration.class)
class EngineWiring {}
