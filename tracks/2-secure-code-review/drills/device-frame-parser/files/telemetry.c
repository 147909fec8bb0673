/* Telemetry of battery sensors: the radio task calls this for each frame that it receives. */
#include <errno.h>
#include <string.h>

#include "telemetry.h" /* struct telemetry: device_id[8], count, readings[24], label[32] */

#define HEADER_SIZE 12 /* version, flags, battery, label size, 8 bytes of device id */

int telemetry_parse(const uint8_t *frame, size_t size, struct telemetry *out)
{
    if (size < HEADER_SIZE || frame[0] != TELEMETRY_VERSION)
        return -EINVAL;

    const uint8_t *at = frame + HEADER_SIZE, *end = frame + size;
    memset(out, 0, sizeof *out);
    out->battery = frame[2] > 100 ? 100 : frame[2];
    memcpy(out->device_id, frame + 4, sizeof out->device_id);

    size_t label_size = frame[3];
    if (label_size > (size_t)(end - at))
        return -EMSGSIZE;
    memcpy(out->label, at, label_size);
    at += label_size;

    if (at == end)
        return 0; /* a frame may carry a label alone */
    out->count = *at++;
    if (out->count > TELEMETRY_READINGS_MAX)
        return -EMSGSIZE;
    for (size_t i = 0; i < out->count; i++, at += 2)
        out->readings[i] = (int16_t)(at[0] << 8 | at[1]);
    return 0;
}
