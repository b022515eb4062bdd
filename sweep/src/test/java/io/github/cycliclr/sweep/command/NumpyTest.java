package io.github.cycliclr.sweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy reads the files. */
class NumpyTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireNumpy() throws Exception {
        boolean present =
                Files.isExecutable(Path.of(PYTHON)) && python("import numpy").isEmpty();
        assumeTrue(present, "no NumPy in " + PYTHON + ": install python3-numpy to run this test");
    }

    private static String python(String program, String... args) throws IOException, InterruptedException {
        String[] command = new String[3 + args.length];
        command[0] = PYTHON;
        command[1] = "-c";
        command[2] = program;
        System.arraycopy(args, 0, command, 3, args.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void mapsASweepInBothLayouts() throws Exception {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                method: sobol
                run_cap: 16
                iterations: 1000
                parameters:
                  base_lr: {distribution: log_uniform_values, min: 1e-5, max: 1e-2}
                  max_lr_factor: {value: 10}
                  step_size_up: {value: 100}
                """);
        for (String layout : new String[] {"config-major", "iteration-major"}) {
            Path output = folder.resolve(layout);
            assertEquals(
                    0,
                    Outcome.of("sweep", spec.toString(), "-o", output.toString(), "--layout", layout)
                            .status());
        }
        String program = """
                import csv, hashlib, json, sys, numpy as np
                for name in 'learning_rate', 'momentum':
                    a = np.load(f'{sys.argv[1]}/config-major/{name}.npy', mmap_mode='r')
                    b = np.load(f'{sys.argv[1]}/iteration-major/{name}.npy', mmap_mode='r')
                    print(a.shape, b.shape, a.dtype, a.flags.c_contiguous, a.offset % 64, np.array_equal(a, b.T))
                rates = np.load(f'{sys.argv[1]}/config-major/learning_rate.npy', mmap_mode='r')
                rows = list(csv.DictReader(open(f'{sys.argv[1]}/config-major/configs.csv')))
                print(all(np.float32(row['base_lr']) == rates[i, 0] for i, row in enumerate(rows)), len(rows))
                print(all(np.float32(row['max_lr']) == rates[i, 100] for i, row in enumerate(rows)))
                manifest = json.load(open(f'{sys.argv[1]}/config-major/manifest.json'))
                for name, file in manifest['files'].items():
                    data = open(f'{sys.argv[1]}/config-major/{name}', 'rb').read()
                    print(name, len(data) == file['bytes'], hashlib.sha256(data).hexdigest() == file['sha256'])
                print(manifest['specification'] == open(f'{sys.argv[1]}/spec.yaml').read())
                """;
        assertEquals("""
                (16, 1000) (1000, 16) float32 True 0 True
                (16, 1000) (1000, 16) float32 True 0 True
                True 16
                True
                learning_rate.npy True True
                momentum.npy True True
                configs.csv True True
                True
                """, python(program, folder.toString()));
    }

    @Test
    void readsWhatFillWrites() throws Exception {
        String schedule = "fill --base-lr 0.001 --max-lr 0.006 --step-size-up 20 --at 20,0,30 -o ";
        assertEquals(
                0, Outcome.of((schedule + folder.resolve("a.npy")).split(" ")).status());
        assertEquals(
                0,
                Outcome.of((schedule + folder.resolve("b.npy") + " --momentum --dtype float32").split(" "))
                        .status());
        assertEquals("""
                [0.006, 0.001, 0.0035] float64
                (3,) (3,) float32 [0.8, 0.9, 0.85]
                """, python("""
                        import sys, numpy as np
                        rates = np.load(sys.argv[1] + '/a.npy')
                        print(rates.tolist(), rates.dtype)
                        rates, momenta = np.load(sys.argv[1] + '/b.npy')
                        print(rates.shape, momenta.shape, momenta.dtype, [round(float(x), 6) for x in momenta])
                        """, folder.toString()));
    }
}
