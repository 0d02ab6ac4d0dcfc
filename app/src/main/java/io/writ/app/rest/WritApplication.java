package io.writ.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under one root; health and OpenAPI are served by the platform beside it. */
@ApplicationPath("/")
public class WritApplication extends Application {}
