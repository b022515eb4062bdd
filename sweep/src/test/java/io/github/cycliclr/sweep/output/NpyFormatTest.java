package io.github.cycliclr.sweep.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFormatTest {
    @Test
    void theHeaderIsByteForByteThatOfVersionOne() {
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (256, 100000), }";
        String expected = "\u0093NUMPY\u0001\u0000\u0076\u0000" + dictionary
                + " ".repeat(128 - 10 - 1 - dictionary.length()) + "\n";
        byte[] header =
                new NpyFormat(DType.FLOAT32, List.of(256L, 100_000L)).header().array();
        assertEquals(expected, new String(header, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, 1_000_000_000L, 1L << 59})
    void elementsBeginAtAMultipleOf64(long length) {
        NpyFormat format = new NpyFormat(DType.FLOAT64, List.of(length));
        assertEquals(0, format.position(0) % 64);
        assertEquals(format.position(0) + 8 * length, format.fileSize());
        assertEquals("(" + length + ",)", format.shapeText());
    }

    @Test
    void whatNoFileCanHoldIsRefused() {
        assertThrows(ArithmeticException.class, () -> new NpyFormat(DType.FLOAT64, List.of(1L << 40, 1L << 40)));
    }
}
