package io.writ.app.authzen;

import io.writ.app.identity.PrincipalDirectory;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;

/**
 * Finds the principal a question is about. Roles and attributes come from the directory alone: a question that could say
 * which roles its subject has would be answered as its author likes.
 */
final class Subjects {

    private final PrincipalDirectory directory;

    Subjects(PrincipalDirectory directory) {
        this.directory = directory;
    }

    /** The caller itself, or somebody of its tenant; whoever is not known there is a stranger without roles. */
    Principal of(Question question, Caller caller) {
        Principal asking = caller.principal();
        return question.subjectId().equals(asking.id().value())
                ? asking
                : directory.within(asking.tenant(), new PrincipalId(question.subjectId()));
    }

    /** A principal may be called by its kind, or by the words that stand for any. */
    static boolean isOfType(Principal subject, String type) {
        Actor.Kind kind = subject.actorChain().getFirst().kind();
        return switch (type) {
            case "principal" -> true;
            case "user" -> kind == Actor.Kind.HUMAN;
            default -> kind.wireName().equals(type);
        };
    }
}
