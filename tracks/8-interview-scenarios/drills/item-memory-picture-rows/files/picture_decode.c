#include <stdint.h>
#include <stdlib.h>

int read_row(void *file, uint8_t *to, uint32_t width);

struct picture {
    uint32_t width, height;
    uint8_t *pixels;
};

struct picture *picture_decode(void *file, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0)
        return NULL;

    struct picture *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    p->width = width;
    p->height = height;

    size_t bytes = width * height * 4;
    p->pixels = malloc(bytes);
    if (p->pixels == NULL) {
        free(p);
        return NULL;
    }
    for (uint32_t y = 0; y < height; y++) {
        size_t offset = (size_t)y * width * 4;
        if (read_row(file, p->pixels + offset, width) != 0) {
            free(p->pixels);
            free(p);
            return NULL;
        }
    }
    return p;
}
