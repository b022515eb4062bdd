package io.github.cycliclr.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cycliclr.evaluate.BulkEvaluator;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {
    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void timesBuildsInClassLoadersOfTheirOwnBesideArraysFill() throws Exception {
        String build = place(Contender.class) + File.pathSeparator + place(BulkEvaluator.class);
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SideBySide.run(new String[] {
                "type=float",
                "size=4096",
                "rounds=4",
                "evaluator=portable",
                "schedule=triangular/cycle,exp_range/cycle",
                build,
                build
            });
        } finally {
            System.setOut(standard);
        }
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(8, lines.size());
        for (int i = 0; i < 8; i += 4) {
            assertTrue(lines.get(i).contains("size=4096") && lines.get(i).contains("type=float"), lines.get(i));
            assertTrue(lines.get(i + 1).matches(" +\\d+\\.\\d+ ns/element, 1\\.000 of Arrays\\.fill .* Arrays\\.fill"));
            assertTrue(lines.get(i + 2).endsWith(build) && lines.get(i + 3).endsWith(build));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no.jar | no.jar holds no io.github.cycliclr.jmh.Contender; it must be a build of a commit that has it",
                "sizes=4096 | sizes=4096 sets no parameter; they are evaluator, first, gamma, rounds, schedule, size, steps, type",
                "size=1e6 | size is 1e6; it must be a whole number from 1 to 999999999",
                "type=int | type is int; it must be double or float",
                "steps=5 | steps is 5; it must be two whole numbers with / between them"
            })
    void refusesBadArgument(String argument, String expected) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> SideBySide.run(new String[] {argument}))
                        .getMessage());
    }
}
