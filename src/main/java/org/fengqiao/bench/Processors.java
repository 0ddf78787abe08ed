package org.fengqiao.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fengqiao.database.Home;

/// 处理器时间: what this process and the home's database server have used, from `/proc`.
final class Processors {

    private static final long NANOS_A_TICK = 10_000_000;

    private final Path data;

    Processors(Home home) {
        this.data = home.postgres().resolve("data");
    }

    /// Nanoseconds of this JVM.
    static long own() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Nanoseconds of the thread that asks.
    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Nanoseconds of the server and its children, those that have ended included.
    long server() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        long ticks = ticks(postmaster, 4);
        try (Stream<ProcessHandle> children = ProcessHandle.of(postmaster).orElseThrow().children()) {
            for (ProcessHandle child : children.toList()) {
                ticks += ticks(child.pid(), 2);
            }
        }
        return ticks * NANOS_A_TICK;
    }

    /// User and system time, and with four fields that of awaited children too.
    private static long ticks(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] after = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = 0; i < fields; i++) {
                sum += Long.parseLong(after[11 + i]);
            }
            return sum;
        } catch (IOException e) {
            // It ended between the listing and the reading; its parent counts it from now on.
            return 0;
        }
    }

    /// The load of the machine over the last minute, as the kernel states it.
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "?";
        }
    }
}
