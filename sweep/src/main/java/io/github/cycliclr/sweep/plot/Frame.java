package io.github.cycliclr.sweep.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The rectangle between two axes: the positions of values on a canvas. */
record Frame(Rectangle2D area, Axis xAxis, Axis yAxis) {
    double x(double value) {
        return area.getX() + area.getWidth() * xAxis.position(value);
    }

    double y(double value) {
        return area.getMaxY() - area.getHeight() * yAxis.position(value);
    }

    /** The line through points. */
    Path2D path(double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(xs[0]), y(ys[0]));
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(x(xs[i]), y(ys[i]));
        }
        return path;
    }

    /** The area between two lines over the same x. */
    Path2D area(double[] xs, double[] low, double[] high) {
        Path2D path = path(xs, low);
        for (int i = xs.length - 1; i >= 0; i--) {
            path.lineTo(x(xs[i]), y(high[i]));
        }
        path.closePath();
        return path;
    }

    /** A regular polygon around a point. */
    Path2D polygon(double atX, double atY, int corners, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(atX), y(atY) - radius);
        for (int i = 1; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            path.lineTo(x(atX) + radius * Math.sin(angle), y(atY) - radius * Math.cos(angle));
        }
        path.closePath();
        return path;
    }

    static Path2D segment(double fromX, double fromY, double toX, double toY) {
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
        return path;
    }
}
