package org.chartwright.note.custom;

/**
 * Something wrong with a template file.
 *
 * @param line from 1
 * @param what in words for its author
 */
public record TemplateProblem(int line, String what) {

    @Override
    public String toString() {
        return "line " + line + ": " + what;
    }
}
