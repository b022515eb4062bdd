package io.github.cycliclr.sweep;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM like this one, in a process of its own. */
public final class JavaCommand {
    private JavaCommand() {}

    /** Runs a class, of this project or its tests. */
    public static ProcessBuilder of(List<String> options, Class<?> main, List<String> arguments) {
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", path, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
