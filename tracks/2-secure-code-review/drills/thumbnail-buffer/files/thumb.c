/* Thumbnails of seller photos: decodes a strip image, cuts out the focus box and scales it down. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "thumb.h"

#define HEADER_SIZE 13 /* "STRP", width, height, channels */
#define SIDE_MAX 65500u /* as in libjpeg */
#define THUMB_SIDE_MAX 320

static uint32_t be32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int read_header(const uint8_t *in, size_t size, struct strip *s)
{
    if (size < HEADER_SIZE || memcmp(in, "STRP", 4) != 0)
        return THUMB_BAD_IMAGE;
    *s = (struct strip){ .width = be32(in + 4), .height = be32(in + 8), .channels = in[12],
                         .runs = in + HEADER_SIZE, .end = in + size };
    if (s->width == 0 || s->width > SIDE_MAX || s->height == 0 || s->height > SIDE_MAX)
        return THUMB_BAD_IMAGE;
    return s->channels == 3 || s->channels == 4 ? THUMB_OK : THUMB_BAD_IMAGE;
}

/* Row by row in runs: one byte of count, less one, and one pixel. */
static uint8_t *decode(const struct strip *s)
{
    uint32_t bytes = s->width * s->height * s->channels;
    uint8_t *pixels = malloc(bytes), *to = pixels;
    if (pixels == NULL)
        return NULL;
    const uint8_t *in = s->runs;
    for (uint32_t y = 0; y < s->height; y++) {
        for (uint32_t x = 0, run; x < s->width; x += run) {
            if ((size_t)(s->end - in) < 1u + s->channels)
                goto bad;
            run = *in++ + 1u;
            if (run > s->width - x)
                goto bad;
            for (uint32_t i = 0; i < run; i++, to += s->channels)
                memcpy(to, in, s->channels);
            in += s->channels;
        }
    }
    return pixels;
bad:
    free(pixels);
    return NULL;
}

static int write_header(struct sink *sink, const struct strip *s, int side, const char *title)
{
    char head[160];
    int length = snprintf(head, sizeof head,
                          "P7\n# %s\nWIDTH %d\nHEIGHT %d\nDEPTH %u\nMAXVAL 255\nENDHDR\n",
                          title, side, side, (unsigned)s->channels);
    return sink->write(sink, head, (size_t)length);
}

int thumb_make(const uint8_t *in, size_t size, const struct thumb_request *req, struct sink *sink)
{
    struct strip s;
    const struct box *box = &req->focus;
    int side = req->side, result = read_header(in, size, &s);
    if (result != THUMB_OK)
        return result;
    if (side < 1 || side > THUMB_SIDE_MAX)
        return THUMB_BAD_REQUEST;
    if (box->x + box->side > (int)s.width || box->y + box->side > (int)s.height)
        return THUMB_BAD_REQUEST;
    uint8_t *pixels = decode(&s);
    if (pixels == NULL)
        return THUMB_BAD_IMAGE;
    result = write_header(sink, &s, side, req->title);
    for (int i = 0; i < side * side && result == THUMB_OK; i++) {
        ptrdiff_t x = box->x + i % side * box->side / side;
        ptrdiff_t y = box->y + i / side * box->side / side;
        result = sink->write(sink, pixels + (y * s.width + x) * s.channels, s.channels);
    }
    free(pixels);
    return result;
}
