#include <stdint.h>
#include <string.h>

#define CHANNELS 64
#define TITLE_SIZE 32

static uint32_t views[CHANNELS];
static char title[TITLE_SIZE];

void stats_clear(void)
{
    memset(views, 0, sizeof views);
    memset(title, 0, sizeof title);
}

int stats_view(uint8_t channel)
{
    if (channel >= CHANNELS)
        return -1;
    views[channel]++;
    return 0;
}

void stats_title(const char *text)
{
    strncpy(title, text, TITLE_SIZE - 1);
    title[TITLE_SIZE - 1] = '\0';
}

uint32_t stats_total(void)
{
    uint32_t total = 0;
    for (size_t i = 0; i <= CHANNELS; i++)
        total += views[i];
    return total;
}
