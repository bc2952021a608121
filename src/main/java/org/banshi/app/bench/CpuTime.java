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
        return ofProgram()
                + ProcessHandle.current()
                        .descendants()
                        .mapToDouble(it -> ofProcess(it.pid()))
                        .sum();
    }

    /** Nanoseconds of this program so far. */
    static double ofProgram() {
        return SYSTEM.getProcessCpuTime();
    }

    /** User and system time of a process alone; 0 when it is gone. */
    static double own(long pid) {
        return nanos(pid, 12);
    }

    /** User and system time, and that of children that have ended. */
    private static double ofProcess(long pid) {
        return nanos(pid, 14);
    }

    /**
     * @param last field of {@code /proc/PID/stat} that is added, from the eleventh after the name
     */
    private static double nanos(long pid, int last) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = 11; field <= last; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * TICK_NANOS;
        } catch (IOException gone) {
            // Ended in between: its time is its parent's now.
            return 0;
        }
    }
}
