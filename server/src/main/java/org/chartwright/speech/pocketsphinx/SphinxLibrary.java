package org.chartwright.speech.pocketsphinx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.chartwright.speech.RecognitionException;

/**
 * The C functions of libpocketsphinx and libsphinxbase that are used here, under their own names. Loaded once and never
 * unloaded; the functions themselves are only as safe for threads as PocketSphinx is, which is one thread a decoder.
 */
final class SphinxLibrary {

    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;

    private SphinxLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Loads both libraries. */
    static SphinxLibrary load() throws RecognitionException {
        SymbolLookup base = library("libsphinxbase.so.3", "libsphinxbase3");
        SymbolLookup decoder = library("libpocketsphinx.so.3", "libpocketsphinx3");
        return new SphinxLibrary(decoder.or(base));
    }

    private static SymbolLookup library(String file, String debianPackage) throws RecognitionException {
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new RecognitionException(
                    "PocketSphinx is not installed: " + file + " was not found. Install Debian's packages with "
                            + "\"apt-get install libpocketsphinx3 pocketsphinx-en-us\" (" + file + " is in "
                            + debianPackage + ")",
                    e);
        }
    }

    /** A function that returns a pointer. */
    Function pointer(String name, MemoryLayout... parameters) {
        return function(name, FunctionDescriptor.of(ADDRESS, parameters));
    }

    /** A function that returns an int. */
    Function number(String name, MemoryLayout... parameters) {
        return function(name, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    /** A function that returns a double. */
    Function real(String name, MemoryLayout... parameters) {
        return function(name, FunctionDescriptor.of(JAVA_DOUBLE, parameters));
    }

    /** A function that returns nothing. */
    Function procedure(String name, MemoryLayout... parameters) {
        return function(name, FunctionDescriptor.ofVoid(parameters));
    }

    private Function function(String name, FunctionDescriptor descriptor) {
        Optional<MemorySegment> found = symbols.find(name);
        if (found.isEmpty()) {
            throw new IllegalStateException("This PocketSphinx has no function " + name);
        }
        return new Function(name, LINKER.downcallHandle(found.get(), descriptor));
    }

    /** The size of C's size_t, as a layout. */
    static MemoryLayout sizeType() {
        return JAVA_LONG;
    }

    /** One C function. */
    record Function(String name, MethodHandle handle) {

        /** Calls it and returns its pointer. */
        MemorySegment pointer(Object... arguments) {
            return (MemorySegment) call(arguments);
        }

        /** Calls it and returns its int. */
        int number(Object... arguments) {
            return (int) call(arguments);
        }

        /** Calls it and returns its double. */
        double real(Object... arguments) {
            return (double) call(arguments);
        }

        /** Calls it; whatever it returns is of no interest. */
        Object call(Object... arguments) {
            try {
                return handle.invokeWithArguments(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("Calling " + name + " failed", e);
            }
        }
    }
}
