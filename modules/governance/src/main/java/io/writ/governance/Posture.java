package io.writ.governance;

import java.util.List;

/** Which gates stand on this node now, as the running parts tell. */
public interface Posture {

    /** Everything, looked at now. */
    PostureReport report();

    /** What is weaker than declared, a sentence each; empty when nothing is. */
    List<String> weaknesses();

    /** What an operator should look at although the node can work, a sentence each. */
    List<String> notes();
}
