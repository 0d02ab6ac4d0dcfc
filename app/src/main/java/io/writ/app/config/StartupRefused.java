package io.writ.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be honoured. Carries every problem, so that one attempt is enough to mend them all. */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<StartupProblem> problems;

    StartupRefused(List<StartupProblem> problems) {
        super(problems.stream().map(StartupProblem::line).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<StartupProblem> problems() {
        return problems;
    }
}
