package io.github.cycliclr.sweep.output;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** The version, from the module path or a jar; or {@code unknown} when run from loose classes. */
    public static String text() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
                .orElse("unknown");
    }
}
