package org.banshi.app;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.banshi.app.platform.DatabaseHost;
import org.springframework.context.ApplicationContext;

/** What a person reads when Banshi has started. */
final class Ready {

    private Ready() {}

    static void say(ApplicationContext context, DatabaseHost host) {
        PrintStream out = System.out;
        String base = "http://localhost:" + context.getEnvironment().getProperty("server.port");
        out.printf("%nBanshi is ready (%.1f s).%n%n", sinceStart().toMillis() / 1000.0);
        out.printf("  citizens     %s/%n", base);
        out.printf("  officers     %s/work%n", base);
        out.printf("  auditors     %s/audit%n", base);
        out.printf("  operators    %s/ops%n", base);
        out.printf("  API          %s/v3/api-docs%n", base);
        out.printf("  data         %s%s%n%n", host.data(), host.embedded() ? "" : " (files)");
        if (!host.embedded()) {
            out.printf("  database     %s%n%n", host.database());
        }
        context.getBeanProvider(Greeting.class)
                .orderedStream()
                .flatMap(greeting -> greeting.lines().stream())
                .forEach(out::println);
        out.printf("%nCtrl-C stops it.%n");
        out.flush();
    }

    private static Duration sinceStart() {
        // Not the process's own start: the launcher's shell becomes this process.
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
