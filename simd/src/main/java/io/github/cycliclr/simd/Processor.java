package io.github.cycliclr.simd;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM says of the processor. */
final class Processor {
    private Processor() {}

    /** Whether fma is an instruction; otherwise each takes about a microsecond. True where the JVM does not say. */
    static boolean hasFma() {
        try {
            var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options == null
                    || Boolean.parseBoolean(options.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException noSuchOption) {
            return true;
        }
    }
}
