package io.writ.app.json;

/** A document does not have the shape that was asked for. Names the place, never the value. */
public final class JsonShapeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String what;

    public JsonShapeException(String pointer, String what) {
        super((pointer.isEmpty() ? "document" : pointer) + " " + what);
        this.pointer = pointer;
        this.what = what;
    }

    /** RFC 6901; empty for the whole document. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong with it, to be read after the pointer. */
    public String what() {
        return what;
    }
}
