/* Thumbnails of seller photos, as the thumbnail workers call them. */
#ifndef THUMB_H
#define THUMB_H

#include <stddef.h>
#include <stdint.h>

enum { THUMB_OK, THUMB_BAD_IMAGE, THUMB_BAD_REQUEST, THUMB_SINK_FAILED };

struct strip {
    uint32_t width, height;
    uint8_t channels;
    const uint8_t *runs, *end;
};

/* The square that the seller chose, in pixels of the photo. */
struct box {
    int x, y, side;
};

struct thumb_request {
    struct box focus;
    int side; /* of the thumbnail */
    const char *title;
};

/* Where the thumbnail goes; write returns THUMB_OK or THUMB_SINK_FAILED. */
struct sink {
    int (*write)(struct sink *sink, const void *bytes, size_t count);
};

int thumb_make(const uint8_t *in, size_t size, const struct thumb_request *req, struct sink *sink);

#endif
