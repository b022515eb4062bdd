package io.github.cycliclr.sweep.plot;

import io.github.cycliclr.sweep.plot.Canvas.Anchor;
import io.github.cycliclr.sweep.plot.Canvas.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A picture that can be written as PNG or as SVG. */
public final class Picture {
    static final int WIDTH = 1200;

    /** Heights of a picture of one quantity, and of two; and of each that is added. */
    private static final int LOW = 460;

    private static final int TALL = 720;
    private static final int MORE = 282;

    /** Where the first chart begins, and the second one. */
    private static final int FIRST = 60;

    private static final int SECOND = 410;

    /** Between charts. */
    private static final int GAP = 20;

    private final int height;
    private final Consumer<Canvas> drawing;

    Picture(int height, Consumer<Canvas> drawing) {
        this.height = height;
        this.drawing = drawing;
    }

    /**
     * Charts of quantities, one above the other over the same iterations.
     *
     * @param legend what the lines are
     * @param chart draws a chart into its frame
     */
    static Picture of(String title, String legend, List<Quantity> quantities, BiConsumer<Frame, Quantity> chart) {
        int height = quantities.size() == 1 ? LOW : TALL + MORE * (quantities.size() - 2);
        return new Picture(height, canvas -> {
            canvas.text(title, WIDTH / 2.0, 24, Anchor.MIDDLE, new Type(16, true, Chart.INK));
            canvas.text(legend, WIDTH - Frame.RIGHT, 46, Anchor.END, new Type(13, false, Chart.INK));
            for (int i = 0; i < quantities.size(); i++) {
                boolean last = i == quantities.size() - 1;
                int top = i == 0 ? FIRST : SECOND + MORE * (i - 1);
                int bottom = last ? height - Frame.BELOW : SECOND + MORE * i - GAP;
                int width = WIDTH - Frame.LEFT - Frame.RIGHT;
                chart.accept(new Frame(canvas, Frame.LEFT, top, width, bottom - top, true, last), quantities.get(i));
            }
        });
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
