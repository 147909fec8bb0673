#include <stdio.h>
#include <string.h>
#include <syslog.h>

static void log_line(const char *line)
{
    syslog(LOG_INFO, "%s", line);
}

void log_started(void)
{
    syslog(LOG_INFO, "thermostat started");
}

void log_code(const char *name, int code)
{
    char line[256];
    snprintf(line, sizeof line, "%s reports %d", name, code);
    log_line(line);
}

void log_message(const char *name, const char *message)
{
    char line[512];
    snprintf(line, sizeof line, "%s says %s", name, message);
    syslog(LOG_NOTICE, line);
}

void log_length(const char *message)
{
    syslog(LOG_DEBUG, "message of %zu bytes", strlen(message));
}
