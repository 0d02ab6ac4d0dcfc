// module: unnamed
// expect: nobody-injects-everything | jakarta.enterprise.inject.Instance
package io.writ.orchestration.run;

final class InjectsEverything {
    jakarta.enterprise.inject.Instance<Object> everything;
}
