package io.writ.governance.policy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Does to a call in a test what the container does to a governed one. */
public final class Interception {

    private Interception() {}

    public static <R> R around(PolicyDecisionPoint policy, GovernedCall<R> call, Supplier<R> body) {
        try {
            @SuppressWarnings("unchecked") // the interceptor returns what the body or the call returns
            R result = (R) new GovernedInterceptor(policy).decide(new Invocation(body, List.of(call)));
            return result;
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** An intercepted invocation of something with these parameters. */
    record Invocation(Supplier<?> body, List<Object> parameters) implements InvocationContext {

        @Override
        public Object proceed() {
            return body.get();
        }

        @Override
        public Object[] getParameters() {
            return parameters.toArray();
        }

        @Override
        public Object getTarget() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getTimer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Method getMethod() {
            return Invocation.class.getMethods()[0];
        }

        @Override
        public Constructor<?> getConstructor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setParameters(Object[] replaced) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }
    }
}
