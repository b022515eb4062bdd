package io.github.cycliclr.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Methods that compute with vectors are too large to be inlined. With calls behind them, in whatever they were inlined into,
 * JDK 17 makes objects of their vectors in some JVMs and not in others, too few for {@link AllocationTest} to find it.
 */
class InliningTest {
    /** The default of the JVM's FreqInlineSize: bytes of bytecode of the largest method that it inlines. */
    private static final int LARGEST_INLINED = 325;

    /** Has no calls in its loop nor a need of its vectors behind it; no JVM was seen to make objects of them. */
    private static final List<String> HARMLESS = List.of("FloatRamp.numbers");

    private static final Pattern VECTORS = Pattern.compile("Method jdk/incubator/vector/(Double|Float)Vector\\.");
    private static final Pattern NAME = Pattern.compile("(\\w+)\\(");
    private static final Pattern OFFSET = Pattern.compile("(?m)^ +(\\d+): ");

    @Test
    void methodsThatComputeWithVectorsAreTooLarge() throws Exception {
        Path here =
                Path.of(VectorKernels.class.getResource("VectorKernels.class").toURI());
        List<Path> classes;
        try (Stream<Path> files = Files.list(here.getParent())) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .collect(Collectors.toList());
        }
        List<String> inlined = new ArrayList<>();
        int large = 0;
        for (Path file : classes) {
            for (String method : disassembled(file).split("\n\n")) {
                if (!VECTORS.matcher(method).find()) {
                    continue;
                }
                int size = OFFSET.matcher(method)
                        .results()
                        .mapToInt(r -> Integer.parseInt(r.group(1)))
                        .max()
                        .orElseThrow();
                if (size > LARGEST_INLINED) {
                    large++;
                } else {
                    String name = NAME.matcher(method)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group(1);
                    inlined.add(file.getFileName().toString().replace("class", name));
                }
            }
        }
        assertEquals(HARMLESS, inlined);
        assertTrue(large >= 10, large + " methods with vectors");
    }

    private static String disassembled(Path file) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        int code = ToolProvider.findFirst("javap").orElseThrow().run(printer, printer, "-p", "-c", file.toString());
        assertEquals(0, code, out.toString());
        return out.toString().replace("\r", "");
    }
}
