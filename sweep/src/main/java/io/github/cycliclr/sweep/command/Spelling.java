package io.github.cycliclr.sweep.command;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option's value that is one of a few words, spelled as its constants' {@code toString}. */
record Spelling<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    @Override
    public E convert(String text) {
        E[] constants = type.getEnumConstants();
        return Stream.of(constants)
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Stream.of(constants).map(Object::toString).collect(Collectors.joining(", "))));
    }
}
