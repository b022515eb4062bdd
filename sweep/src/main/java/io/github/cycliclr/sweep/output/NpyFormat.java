package io.github.cycliclr.sweep.output;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The layout of a NumPy file, format version 1.0, C order: a header padded to a multiple of 64 bytes, then the elements,
 * so that every element can be written where it belongs and {@code np.load(path, mmap_mode="r")} can map them.
 */
public final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private final DType dtype;
    private final List<Long> shape;

    /** Kept, since every position in the file is counted from its end. */
    private final ByteBuffer header;

    /**
     * A layout.
     *
     * @param shape the dimensions; their product times the element size must fit a long
     * @throws ArithmeticException if the array is too large for a file
     */
    public NpyFormat(DType dtype, List<Long> shape) {
        this.dtype = dtype;
        this.shape = List.copyOf(shape);
        Math.addExact(shape.stream().reduce((long) dtype.bytes(), Math::multiplyExact), 4 * ALIGNMENT);
        header = makeHeader();
    }

    /** The type of the elements. */
    public DType dtype() {
        return dtype;
    }

    /** The dimensions. */
    public List<Long> shape() {
        return shape;
    }

    /** Elements in all. */
    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** The first bytes of the file. */
    public ByteBuffer header() {
        return header.duplicate();
    }

    private ByteBuffer makeHeader() {
        String dictionary =
                "{'descr': '" + dtype.descr() + "', 'fortran_order': False, 'shape': " + shapeText() + ", }";
        int used = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int size = (used + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int headerLength = size - MAGIC.length - Short.BYTES;
        ByteBuffer header = ByteBuffer.allocate(size).put(MAGIC);
        header.put((byte) headerLength).put((byte) (headerLength >> 8));
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').flip();
    }

    /** Where an element stands in the file, in bytes. */
    public long position(long element) {
        return header.limit() + element * dtype.bytes();
    }

    /** Bytes of the whole file. */
    public long fileSize() {
        return position(elements());
    }

    /** The shape as a Python tuple. */
    public String shapeText() {
        String numbers = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shape.size() == 1 ? "(" + numbers + ",)" : "(" + numbers + ")";
    }
}
