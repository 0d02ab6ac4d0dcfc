package io.writ.governance.policy;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that runs only when policy allows it. Its one parameter is the {@link GovernedCall} that policy
 * is asked about. An operation without this mark finds no {@link ReadPermit}, so it can read nothing.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Governed {}
