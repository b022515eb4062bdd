package io.github.cycliclr.jmh;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a result depends on and JMH's JSON does not say: the kernels, the processor, the commit, the command.
 *
 * <p>Each fork prints it into JMH's own output, in the form of JMH's own heading; {@link ResultsTable} reads it there.
 */
public final class Surroundings {
    static final String EVALUATOR = "# Evaluator: ";

    /** Before the processor's name, its threads and the operating system. */
    public static final String PROCESSOR = "# Processor: ";

    static final String COMMIT = "# Commit: ";
    static final String COMMAND = "# Command: ";

    private Surroundings() {}

    static void print(String evaluator) {
        String jvm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        System.out.println();
        System.out.println(EVALUATOR + evaluator + ", on " + jvm);
        System.out.println(COMMAND + command());
        printPlace();
    }

    /** Processor and commit. */
    static void printPlace() {
        System.out.println(PROCESSOR + processor());
        System.out.println(COMMIT + commit());
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            // Virtual machines may hide all of the name but the make.
            name = processor(lines, "model name")
                    .map(model -> model
                            + processor(lines, "cpu family")
                                    .map(family -> ", family " + family)
                                    .orElse("")
                            + processor(lines, "model")
                                    .map(number -> ", model " + number)
                                    .orElse(""))
                    .orElse(name);
        } catch (IOException notLinux) {
            // The architecture must do.
        }
        return name + ", " + Runtime.getRuntime().availableProcessors() + " threads, " + System.getProperty("os.name");
    }

    /** The value of a key of /proc/cpuinfo, of the first processor. */
    private static Optional<String> processor(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.split("\\s*:\\s*", 2))
                .filter(line -> line[0].equals(key) && line.length == 2)
                .map(line -> line[1])
                .findFirst();
    }

    /** Of the directory in which the benchmarks run; "dirty" where files differ from it, other than results. */
    private static String commit() {
        String commit = git("rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain", "--", ":!results").isEmpty() ? commit : commit + "-dirty";
    }

    /** The first line that a command of git prints, if any. */
    private static String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines = git.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                return line == null ? "" : line;
            }
        } catch (IOException noGit) {
            return "";
        }
    }

    /** The command that started JMH, which started this fork. */
    private static String command() {
        return ProcessHandle.current()
                .parent()
                .flatMap(parent -> parent.info().arguments())
                .map(arguments -> "java " + String.join(" ", arguments))
                .orElse("unknown");
    }
}
