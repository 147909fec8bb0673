package tests;

import lab.web.*;

/** Reached through @Use. */
class More {
    @Get("/more")
    Response more(Request request) {
        return Response.text("more " + request.attribute("seen"));
    }
}
