package io.github.cycliclr.sweep.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A picture that can be written as PNG or as SVG. */
public final class Picture {
    static final int WIDTH = 1200;

    /** Heights of a picture of one quantity, and of two. */
    static final int LOW = 460;

    static final int TALL = 720;

    /** Where the first chart begins, and the second one. */
    static final int TITLE = 50;

    static final int UPPER = 400;

    private final int height;
    private final Consumer<Canvas> drawing;

    Picture(int height, Consumer<Canvas> drawing) {
        this.height = height;
        this.drawing = drawing;
    }

    /** Pixels, two for each of the picture's in either direction. */
    public void writePng(OutputStream out) throws IOException {
        System.setProperty("java.awt.headless", "true");
        write(new PngCanvas(WIDTH, height), out);
    }

    /** Lines and texts. */
    public void writeSvg(OutputStream out) throws IOException {
        write(new SvgCanvas(WIDTH, height), out);
    }

    private void write(Canvas canvas, OutputStream out) throws IOException {
        drawing.accept(canvas);
        canvas.write(out);
    }
}
