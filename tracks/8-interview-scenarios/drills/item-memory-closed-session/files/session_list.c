#include <stdlib.h>
#include <time.h>

struct session {
    int id;
    time_t last_used;
    struct session *next;
};

void session_drop(struct session **head, int id)
{
    for (struct session **at = head; *at; at = &(*at)->next) {
        if ((*at)->id == id) {
            struct session *gone = *at;
            *at = gone->next;
            free(gone);
            return;
        }
    }
}

void session_expire(struct session **head, time_t limit)
{
    struct session **at = head;
    while (*at) {
        struct session *s = *at;
        if (s->last_used < limit) {
            free(s);
            *at = s->next;
        } else {
            at = &s->next;
        }
    }
}
