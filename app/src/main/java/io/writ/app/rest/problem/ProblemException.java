package io.writ.app.rest.problem;

/** Carries a problem out of a parser or a resource to the one place that writes it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Neither suppression nor a stack trace: this is an answer, not a bug.
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /** A body or parameter that does not fit; the pointer is RFC 6901, empty for the whole body. */
    public static ProblemException invalid(String pointer, String what) {
        String where = pointer.isEmpty() ? "body" : pointer;
        return new ProblemException(Problem.of(ProblemType.PARAMS_INVALID, where + " " + what));
    }

    public Problem problem() {
        return problem;
    }
}
