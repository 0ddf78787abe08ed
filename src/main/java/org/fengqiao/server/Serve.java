package org.fengqiao.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// 服务: `serve` and `demo` start the office and stay until they are stopped.
///
/// `demo` is the same with the Spring profile `demo`; what a demonstration office adds is asked for by that profile.
public final class Serve implements Command {

    /// The system property under which a start is only rehearsed, for the JVM's cache of loaded classes.
    private static final String REHEARSAL = "fengqiao.rehearsal";

    private final Class<?> application;
    private final boolean demonstration;
    private final Rooms rooms;

    /// 房间: what those who know the rooms do for a start.
    ///
    /// @param guard refuses a database that this command must not serve, before anything is done to it
    /// @param ahead begins to read what needs no database, while the database starts, and hands it to the rooms
    /// @param practice what an office does in a rehearsed start before it ends, for the JVM to learn from
    public record Rooms(
            Consumer<Database> guard, Supplier<ApplicationContextInitializer<GenericApplicationContext>> ahead, Practice practice) {}

    /// 练习: some daily work of a running office.
    @FunctionalInterface
    public interface Practice {
        void live(ConfigurableApplicationContext office) throws Exception;
    }

    private Serve(Class<?> application, boolean demonstration, Rooms rooms) {
        this.application = application;
        this.demonstration = demonstration;
        this.rooms = rooms;
    }

    public static Command office(Class<?> application, Rooms rooms) {
        return new Serve(application, false, rooms);
    }

    public static Command demonstration(Class<?> application, Rooms rooms) {
        return new Serve(application, true, rooms);
    }

    @Override
    public String name() {
        return demonstration ? "demo" : "serve";
    }

    @Override
    public String summary() {
        return demonstration
                ? "a demonstration office: [--port N] [--bind ADDRESS] [--home DIR] [--small]"
                : "the office: [--port N] [--bind ADDRESS] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(
                arguments, Set.of("port", "bind", Home.OPTION), demonstration ? Set.of("small") : Set.of());
        if (!options.words().isEmpty()) {
            throw new Refused("`" + name() + "` does not know \"" + options.words().getFirst() + "\".");
        }
        int port = options.number("port", 8080);
        InetAddress address = address(options.get("bind", "127.0.0.1"));
        refuseTakenPort(address, port);
        ApplicationContextInitializer<GenericApplicationContext> read = rooms.ahead().get();
        Database database = Database.open(Home.of(options), SpringApplication.getShutdownHandlers()::add);
        CountDownLatch stopped = new CountDownLatch(1);
        SpringApplication.getShutdownHandlers().add(stopped::countDown);
        try {
            ApplicationContextInitializer<GenericApplicationContext> house = database.forRooms();
            rooms.guard().accept(database);
            ConfigurableApplicationContext office = start(List.of(house, read), settings(database, address, port, options.has("small")));
            if (Boolean.getBoolean(REHEARSAL)) {
                try (office) {
                    rooms.practice().live(office);
                }
                return 0;
            }
        } catch (PortInUseException e) {
            database.close();
            throw taken(address, port);
        } catch (Throwable e) {
            database.close();
            throw e;
        }
        stopped.await();
        return 0;
    }

    private ConfigurableApplicationContext start(
            List<ApplicationContextInitializer<GenericApplicationContext>> given, Map<String, Object> settings) {
        // Commands log on the standard error only; the server has its own settings in application.yaml.
        System.clearProperty("logback.configurationFile");
        SpringApplication spring = new SpringApplication(application);
        if (demonstration) {
            spring.setAdditionalProfiles("demo");
        }
        given.forEach(spring::addInitializers);
        return spring.run(settings.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()).toArray(String[]::new));
    }

    private static Map<String, Object> settings(Database database, InetAddress address, int port, boolean small) {
        return Map.of(
                "server.address", address.getHostAddress(),
                "server.port", port,
                "logging.file.name", database.home().logs().resolve("fengqiao.log"),
                "fengqiao.demo.small", small);
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new Refused("The address \"" + name + "\" of --bind is unknown on this machine.");
        }
    }

    /// Before the database starts, so that a second start costs nothing.
    private static void refuseTakenPort(InetAddress address, int port) {
        if (port < 0 || port > 65_535) {
            throw new Refused("Port " + port + " does not exist; name one between 1 and 65535 with --port N.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw taken(address, port);
        }
    }

    private static Refused taken(InetAddress address, int port) {
        return new Refused("Cannot listen on " + address.getHostAddress() + ":" + port
                + ": the port is taken or not permitted; name another with --port N.");
    }
}
