package org.banshi.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Runs the application until it is asked to end. */
final class RunCommand implements Subcommand {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "start Banshi and keep it running until Ctrl-C";
    }

    @Override
    public int run(List<String> arguments) {
        int port = port();
        Path home = Path.of(Setting.of("banshi.home").orElse(".")).toAbsolutePath().normalize();
        Path data = Path.of(Setting.of("banshi.data").orElse(home.resolve("data").toString()));
        refuseBusy(port);
        DatabaseHost host = DatabaseHost.open(data);
        // Runs after the context has closed, so the last commit finds its server.
        SpringApplication.getShutdownHandlers().add(host::close);
        Map<String, Object> properties = new TreeMap<>(properties(host.database()));
        properties.put("banshi.home", home.toString());
        properties.put("banshi.data", host.data().toString());
        properties.put("server.port", Integer.toString(port));
        SpringApplication application = new SpringApplication(BanshiApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties);
        Ready.say(application.run(arguments.toArray(String[]::new)), host);
        return KEEP_RUNNING;
    }

    private static int port() {
        String text = Setting.of("banshi.port").orElse("8080");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartUpException("BANSHI_PORT is not a port number: " + text);
        }
        return Integer.parseInt(text);
    }

    private static void refuseBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartUpException(
                    "port %d is in use; set BANSHI_PORT to another".formatted(port), e);
        }
    }

    private static Map<String, String> properties(Database database) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("spring.datasource.url", database.url());
        if (database.user() != null) {
            properties.put("spring.datasource.username", database.user());
        }
        if (database.password() != null) {
            properties.put("spring.datasource.password", database.password());
        }
        return properties;
    }
}
