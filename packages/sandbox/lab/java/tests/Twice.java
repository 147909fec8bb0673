package tests;

import lab.web.*;

/** Two methods for one path. */
public class Twice {
    @Get("/a/{one}")
    Response first(Request request) {
        return Response.text("first");
    }

    @Get("/a/{two}")
    Response second(Request request) {
        return Response.text("second");
    }
}
