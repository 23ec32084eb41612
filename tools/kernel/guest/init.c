// SPDX-License-Identifier: GPL-2.0-only
/*
 * The init of a guest that runs a list of commands and powers off.
 *
 * It knows nothing of what it runs. It is linked statically and is all of the
 * user space that the initramfs has to have; there is no shell.
 *
 * What to run is in /etc/quiesce.commands, one command a line, words separated
 * by blanks; empty lines, and lines that begin with '#', do not count. Commands
 * are run one after the other, with /dev/null as input, and everything that a
 * command leaves running is killed when it ends. Three commands are built in:
 *
 *	insmod FILE [NAME=VALUE...]	loads a module
 *	rmmod NAME			unloads it; waits for nothing
 *	limit SECONDS			for each command from here on (60 before)
 *
 * The kernel's console stays on the first serial port, and the results go to
 * the second, /dev/ttyS1, in lines that end with a newline alone:
 *
 *	quiesce: run N COMMAND		N counts from 1
 *	...				standard output and error of the command
 *	quiesce: exit N STATUS		an exit status, "signal NUMBER", or
 *					"timeout" if its time was up
 *	quiesce: end			nothing is left to run
 *
 * What a command writes need not end with a newline, so one is put before
 * "quiesce: exit": the output is what stands between the two lines, without
 * its last newline. The line with "run" is written to the kernel's log as well, so
 * that what the kernel complains of can be laid at a command's door.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS	"/etc/quiesce.commands"
#define RESULTS		"/dev/ttyS1"
#define MAX_WORDS	64

#define __printf(text, first)	__attribute__((__format__(printf, text, first)))

static int results = STDERR_FILENO;
static unsigned int limit_s = 60;

/* What happened to a command: an exit status, a signal, or its time was up. */
struct outcome {
	enum { EXITED, SIGNALLED, TIMED_OUT } how;
	int number;
};

static void __printf(1, 2) tell(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vdprintf(results, format, args);
	va_end(args);
}

static void mount_on(const char *type, const char *where)
{
	if (mkdir(where, 0755) && errno != EEXIST)
		tell("init: cannot make %s: %m\n", where);
	/* A kernel without debugfs, or one that has mounted /dev itself, will do. */
	if (mount(type, where, type, 0, NULL) && errno != ENODEV && errno != EBUSY)
		tell("init: cannot mount %s: %m\n", where);
}

/* Neither echo nor carriage returns: what is written is what is read outside. */
static void open_results(void)
{
	struct termios raw;
	int fd = open(RESULTS, O_RDWR | O_NOCTTY | O_CLOEXEC);

	if (fd < 0) {
		tell("init: cannot open %s: %m; the guest needs a second serial port\n",
		     RESULTS);
		return;
	}
	if (!tcgetattr(fd, &raw)) {
		cfmakeraw(&raw);
		tcsetattr(fd, TCSANOW, &raw);
	}
	results = fd;
}

/* In one write(): a stream would ask for the position first, and give up. */
static void note_in_log(unsigned int number, const char *command)
{
	int fd = open("/dev/kmsg", O_WRONLY | O_CLOEXEC);
	char line[512];
	int length;

	if (fd < 0)
		return;
	length = snprintf(line, sizeof(line), "quiesce: run %u %s\n", number, command);
	if (length >= (int)sizeof(line))
		length = sizeof(line) - 1;
	if (write(fd, line, length) < 0)
		tell("init: cannot write to the kernel's log: %m\n");
	close(fd);
}

/* The built-in commands give an exit status, and -1 if they are not meant. */

static int load_module(char **words)
{
	char parameters[512] = "";
	size_t used = 0;
	int fd, i;

	if (!words[1]) {
		fprintf(stderr, "insmod: a file is missing\n");
		return 2;
	}
	for (i = 2; words[i] && used < sizeof(parameters); i++)
		used += snprintf(parameters + used, sizeof(parameters) - used, "%s%s",
				 i > 2 ? " " : "", words[i]);
	if (used >= sizeof(parameters)) {
		fprintf(stderr, "insmod: more than %zu bytes of parameters\n",
			sizeof(parameters) - 1);
		return 2;
	}
	fd = open(words[1], O_RDONLY | O_CLOEXEC);
	if (fd < 0 || syscall(SYS_finit_module, fd, parameters, 0)) {
		fprintf(stderr, "insmod: %s: %m\n", words[1]);
		return 1;
	}
	return 0;
}

static int unload_module(char **words)
{
	if (!words[1]) {
		fprintf(stderr, "rmmod: a name is missing\n");
		return 2;
	}
	if (syscall(SYS_delete_module, words[1], O_NONBLOCK)) {
		fprintf(stderr, "rmmod: %s: %m\n", words[1]);
		return 1;
	}
	return 0;
}

static int set_limit(char **words)
{
	char *end = NULL;
	unsigned long seconds = words[1] ? strtoul(words[1], &end, 10) : 0;

	if (!end || *end || !seconds || seconds > 86400) {
		tell("limit: expected a number of seconds, 1 to 86400\n");
		return 2;
	}
	limit_s = seconds;
	return 0;
}

static int run_builtin(char **words)
{
	if (!strcmp(words[0], "insmod"))
		return load_module(words);
	if (!strcmp(words[0], "rmmod"))
		return unload_module(words);
	return -1;
}

static _Noreturn void be_command(char **words)
{
	sigset_t none;
	int status, null = open("/dev/null", O_RDONLY);

	setsid();
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	dup2(null, STDIN_FILENO);
	dup2(results, STDOUT_FILENO);
	dup2(results, STDERR_FILENO);
	status = run_builtin(words);
	/* Not exit(): it would turn the list of commands back for both. */
	if (status >= 0)
		_exit(status);
	execvp(words[0], words);
	fprintf(stderr, "init: cannot run %s: %m\n", words[0]);
	_exit(errno == ENOENT ? 127 : 126);
}

/* Takes orphans along. True if the command itself has ended. */
static bool reap_until(pid_t child, struct outcome *outcome)
{
	bool ended = false;
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (pid != child)
			continue;
		ended = true;
		outcome->how = WIFEXITED(status) ? EXITED : SIGNALLED;
		outcome->number = WIFEXITED(status) ? WEXITSTATUS(status) :
						      WTERMSIG(status);
	}
	return ended;
}

/* SIGCHLD is blocked, so one that comes between the looks is not lost. */
static bool wait_for(pid_t child, unsigned int seconds, struct outcome *outcome)
{
	struct timespec now, left, end;
	sigset_t chld;

	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += seconds;
	for (;;) {
		if (reap_until(child, outcome))
			return true;
		clock_gettime(CLOCK_MONOTONIC, &now);
		left.tv_sec = end.tv_sec - now.tv_sec;
		left.tv_nsec = end.tv_nsec - now.tv_nsec;
		if (left.tv_nsec < 0) {
			left.tv_nsec += 1000000000L;
			left.tv_sec--;
		}
		if (left.tv_sec < 0)
			return false;
		sigtimedwait(&chld, NULL, &left);
	}
}

/* init is the one process that this spares. */
static void kill_the_rest(void)
{
	int tries = 0;

	kill(-1, SIGKILL);
	/* What sleeps for good cannot be waited for: one second is enough. */
	while ((waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD) && tries++ < 100)
		usleep(10000);
}

static struct outcome run(char **words)
{
	struct outcome outcome = { EXITED, 126 };
	pid_t child;

	/* It is about the commands to come, so it is done here. */
	if (!strcmp(words[0], "limit")) {
		outcome.number = set_limit(words);
		return outcome;
	}
	child = fork();
	if (!child)
		be_command(words);
	if (child < 0) {
		tell("init: cannot fork: %m\n");
		return outcome;
	}
	if (!wait_for(child, limit_s, &outcome))
		outcome.how = TIMED_OUT;
	kill_the_rest();
	return outcome;
}

static void tell_outcome(unsigned int number, struct outcome outcome)
{
	switch (outcome.how) {
	case EXITED:
		tell("\nquiesce: exit %u %d\n", number, outcome.number);
		break;
	case SIGNALLED:
		tell("\nquiesce: exit %u signal %d\n", number, outcome.number);
		break;
	case TIMED_OUT:
		tell("\nquiesce: exit %u timeout\n", number);
		break;
	}
}

/* The words point into the line. False if there are too many. */
static bool split(char *line, char **words)
{
	char *save, *word;
	int count = 0;

	for (word = strtok_r(line, " \t", &save); word;
	     word = strtok_r(NULL, " \t", &save)) {
		if (count == MAX_WORDS)
			return false;
		words[count++] = word;
	}
	words[count] = NULL;
	return true;
}

static void run_all(FILE *commands)
{
	char *words[MAX_WORDS + 1], *line = NULL;
	unsigned int number = 0;
	size_t size = 0;
	ssize_t length;

	while ((length = getline(&line, &size, commands)) >= 0) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[strspn(line, " \t")] == '\0' || line[0] == '#')
			continue;
		number++;
		tell("quiesce: run %u %s\n", number, line);
		note_in_log(number, line);
		if (split(line, words)) {
			tell_outcome(number, run(words));
		} else {
			tell("init: more than %d words\n", MAX_WORDS);
			tell_outcome(number, (struct outcome){ EXITED, 2 });
		}
	}
	free(line);
}

int main(void)
{
	FILE *commands;
	sigset_t chld;

	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	sigprocmask(SIG_BLOCK, &chld, NULL);
	setenv("PATH", "/bin:/sbin:/usr/bin:/usr/sbin", 1);

	mount_on("devtmpfs", "/dev");
	open_results();
	mount_on("proc", "/proc");
	mount_on("sysfs", "/sys");
	mount_on("debugfs", "/sys/kernel/debug");

	commands = fopen(COMMANDS, "re");
	if (commands) {
		run_all(commands);
		fclose(commands);
	} else {
		tell("init: cannot open " COMMANDS ": %m\n");
	}
	tell("quiesce: end\n");
	tcdrain(results);
	sync();
	reboot(RB_POWER_OFF);
	/* Only a kernel that cannot power off comes here; init must not end. */
	reboot(RB_AUTOBOOT);
	for (;;)
		pause();
}
