package org.banshi.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of this program and of the database server that it started (Linux): what a
 * workload costs, also when others use the machine at the same time.
 */
final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double TICK_NANOS = 1e7;

    private CpuTime() {}

    /** Nanoseconds so far. */
    static double nanos() {
        return SYSTEM.getProcessCpuTime()
                + ProcessHandle.current()
                        .descendants()
                        .mapToDouble(it -> ofProcess(it.pid()))
                        .sum();
    }

    /** User and system time, and that of children that have ended. */
    private static double ofProcess(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * TICK_NANOS;
        } catch (IOException gone) {
            // Ended in between: its time is its parent's now.
            return 0;
        }
    }
}
