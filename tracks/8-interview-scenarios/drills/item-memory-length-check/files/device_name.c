#include <stdint.h>
#include <string.h>

/* A packet is one byte of length, followed by that many bytes of name. */
int read_name(const uint8_t *packet, size_t packet_len,
              char *name, size_t name_size)
{
    size_t len;

    if (packet_len < 1 || name_size < 1)
        return -1;

    len = packet[0];
    if (len > name_size)
        return -1;

    memset(name, 0, name_size);
    memcpy(name, packet + 1, len);
    name[len] = '\0';

    return (int)len;
}
