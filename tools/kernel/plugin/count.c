// SPDX-License-Identifier: GPL-2.0-only
/*
 * A QEMU plugin that counts what one iteration of a marked loop in the guest costs: instructions, locked operations and fences,
 * in user space and in the kernel, for each virtual CPU.
 *
 *	gcc -O2 -Wall -shared -fPIC -o count.so count.c
 *	qemu-system-x86_64 -accel tcg,thread=multi -plugin ./count.so,out=counts.jsonl ...
 *
 * The loop is marked by nops (see decode.h). A tick closes an iteration, and what it cost is entered in a histogram. An iteration
 * that an interrupt has hit costs more and falls elsewhere, so the most frequent value is what an undisturbed iteration costs: an
 * exact number, the same in each run. An average would be neither.
 *
 * Counting is by translation block. What a block costs is known when it is translated and fits in the pointer that QEMU hands to
 * the callback at each execution, so nothing is allocated or looked up. A block is entered as a whole when it begins; where a tick
 * stands inside one, its rest is moved to the next iteration. If a fault leaves a block early, that iteration is entered with a
 * few instructions too many: it is a disturbed one. An instruction with a rep prefix counts once each time the emulator starts it.
 *
 * All state belongs to one virtual CPU, and its thread is the only one that touches it. Only the file is shared.
 *
 * Output: a line of JSON for the file, then one for each run and CPU when the run stops:
 *
 *	{"format":"quiesce-counts","version":1,"cpus":2}
 *	{"cpu":0,"run":3,"stopped":true,"iterations":1000,"values":2,"counts":[{"times":998,"instructions":209,"locked":0,
 *	 "barriers":0,"mfence":0,"lfence":0,"sfence":0},...]}
 *
 * counts: the most frequent first, SHOWN at most; values: how many different ones there are. barriers are those of the locked
 * operations that do nothing but order. stopped false: the emulator ended first.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "qemu-plugin.h"

#define SHOWN 16

QEMU_PLUGIN_EXPORT int qemu_plugin_version = QEMU_PLUGIN_VERSION;

enum column { INSTRUCTIONS, LOCKED, BARRIERS, MFENCE, LFENCE, SFENCE, COLUMNS };

static const char *const names[COLUMNS] = { "instructions", "locked", "barriers", "mfence", "lfence", "sfence" };

/*
 * What a block costs, a column in ten bits each, in a pointer: QEMU translates 512 instructions at once at most. Most blocks
 * have no more than their instructions, which stand lowest.
 */
typedef uint64_t packed_t;
#define COLUMN_BITS 10
#define COLUMN_MASK ((1u << COLUMN_BITS) - 1)
_Static_assert(COLUMNS * COLUMN_BITS <= 64 && sizeof(void *) == sizeof(packed_t), "a block's cost is a pointer");

struct cost {
	uint32_t column[COLUMNS];
};

struct bin {
	uint64_t times;
	struct cost cost;
};

struct vcpu {
	struct cost now;		/* of the iteration that is going on */
	bool running;			/* between start and stop */
	bool ticked;			/* and an iteration is open */
	unsigned int run;		/* as the bits before start have named it */
	uint64_t iterations;
	struct bin *bins;
	size_t used, room, last;	/* last: where the latest iteration was entered */
} __attribute__((aligned(128)));

static struct vcpu *vcpus;
static unsigned int vcpu_count;
static FILE *out;
static pthread_mutex_t out_lock = PTHREAD_MUTEX_INITIALIZER;

static packed_t pack(struct kinds kinds)
{
	return 1 | (packed_t)kinds.locked << LOCKED * COLUMN_BITS | (packed_t)kinds.barrier << BARRIERS * COLUMN_BITS |
	       (packed_t)kinds.mfence << MFENCE * COLUMN_BITS | (packed_t)kinds.lfence << LFENCE * COLUMN_BITS |
	       (packed_t)kinds.sfence << SFENCE * COLUMN_BITS;
}

static inline void add(struct cost *cost, packed_t packed)
{
	int i;

	cost->column[INSTRUCTIONS] += packed & COLUMN_MASK;
	for (i = LOCKED, packed >>= COLUMN_BITS; packed; i++, packed >>= COLUMN_BITS)
		cost->column[i] += packed & COLUMN_MASK;
}

static inline void subtract(struct cost *cost, packed_t packed)
{
	int i;

	for (i = INSTRUCTIONS; packed; i++, packed >>= COLUMN_BITS)
		cost->column[i] -= packed & COLUMN_MASK;
}

/* There are few different costs, and mostly it is the one of the iteration before. */
static void enter(struct vcpu *vcpu, const struct cost *cost)
{
	size_t i = vcpu->last;

	vcpu->iterations++;
	if (i < vcpu->used && !memcmp(&vcpu->bins[i].cost, cost, sizeof(*cost))) {
		vcpu->bins[i].times++;
		return;
	}
	for (i = 0; i < vcpu->used; i++) {
		if (!memcmp(&vcpu->bins[i].cost, cost, sizeof(*cost)))
			break;
	}
	if (i == vcpu->room) {
		vcpu->room = vcpu->room ? 2 * vcpu->room : 64;
		vcpu->bins = realloc(vcpu->bins, vcpu->room * sizeof(*vcpu->bins));
		if (!vcpu->bins) {
			fprintf(stderr, "count: out of memory\n");
			abort();
		}
	}
	if (i == vcpu->used)
		vcpu->bins[vcpu->used++] = (struct bin){ .cost = *cost };
	vcpu->bins[i].times++;
	vcpu->last = i;
}

static int most_frequent_first(const void *left, const void *right)
{
	const struct bin *a = left, *b = right;
	int i;

	if (a->times != b->times)
		return a->times < b->times ? 1 : -1;
	for (i = 0; i < COLUMNS; i++) {
		if (a->cost.column[i] != b->cost.column[i])
			return a->cost.column[i] < b->cost.column[i] ? -1 : 1;
	}
	return 0;
}

static void write_run(struct vcpu *vcpu, bool stopped)
{
	size_t i;
	int j;

	qsort(vcpu->bins, vcpu->used, sizeof(*vcpu->bins), most_frequent_first);
	pthread_mutex_lock(&out_lock);
	fprintf(out, "{\"cpu\":%td,\"run\":%u,\"stopped\":%s,\"iterations\":%llu,\"values\":%zu,\"counts\":[", vcpu - vcpus,
		vcpu->run, stopped ? "true" : "false", (unsigned long long)vcpu->iterations, vcpu->used);
	for (i = 0; i < vcpu->used && i < SHOWN; i++) {
		fprintf(out, "%s{\"times\":%llu", i ? "," : "", (unsigned long long)vcpu->bins[i].times);
		for (j = 0; j < COLUMNS; j++)
			fprintf(out, ",\"%s\":%u", names[j], vcpu->bins[i].cost.column[j]);
		fputc('}', out);
	}
	fprintf(out, "]}\n");
	if (fflush(out))
		fprintf(stderr, "count: could not write the counts: %s\n", strerror(errno));
	pthread_mutex_unlock(&out_lock);
}

static void on_block(unsigned int index, void *data)
{
	struct vcpu *vcpu = &vcpus[index];

	if (vcpu->running)
		add(&vcpu->now, (packed_t)data);
}

/* data: what the block costs from the tick on. It was entered with the block, and belongs to the next iteration. */
static void on_tick(unsigned int index, void *data)
{
	struct vcpu *vcpu = &vcpus[index];
	packed_t rest = (packed_t)data;

	if (!vcpu->running)
		return;
	if (vcpu->ticked) {
		subtract(&vcpu->now, rest);
		enter(vcpu, &vcpu->now);
	}
	vcpu->ticked = true;
	vcpu->now = (struct cost){ 0 };
	add(&vcpu->now, rest);
}

static void on_bit(unsigned int index, void *data)
{
	vcpus[index].run = (vcpus[index].run << 1 | (uintptr_t)data) & 0xff;
}

static void on_start(unsigned int index, void *data)
{
	struct vcpu *vcpu = &vcpus[index];

	(void)data;
	vcpu->running = true;
	vcpu->ticked = false;
	vcpu->iterations = 0;
	vcpu->used = 0;
}

static void on_stop(unsigned int index, void *data)
{
	struct vcpu *vcpu = &vcpus[index];

	(void)data;
	if (vcpu->running)
		write_run(vcpu, true);
	vcpu->running = false;
}

static void instrument_mark(struct qemu_plugin_insn *insn, enum mark mark, packed_t rest)
{
	static const struct {
		qemu_plugin_vcpu_udata_cb_t callback;
		uintptr_t data;
	} marks[] = {
		[MARK_TICK] = { on_tick }, [MARK_START] = { on_start }, [MARK_STOP] = { on_stop },
		[MARK_ZERO] = { on_bit, 0 }, [MARK_ONE] = { on_bit, 1 },
	};
	void *data = (void *)(mark == MARK_TICK ? rest : marks[mark].data);

	qemu_plugin_register_vcpu_insn_exec_cb(insn, marks[mark].callback, QEMU_PLUGIN_CB_NO_REGS, data);
}

/* From the last instruction to the first, so that what follows a mark is known when it is met. */
static void on_translation(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
	size_t i = qemu_plugin_tb_n_insns(tb);
	packed_t rest = 0;

	(void)id;
	while (i--) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		const uint8_t *bytes = qemu_plugin_insn_data(insn);
		size_t size = qemu_plugin_insn_size(insn);
		enum mark mark = decode_mark(bytes, size);

		rest += pack(decode(bytes, size));
		if (mark != MARK_NONE)
			instrument_mark(insn, mark, rest);
	}
	qemu_plugin_register_vcpu_tb_exec_cb(tb, on_block, QEMU_PLUGIN_CB_NO_REGS, (void *)rest);
}

static void on_exit_of_emulator(qemu_plugin_id_t id, void *data)
{
	unsigned int i;

	(void)id;
	(void)data;
	for (i = 0; i < vcpu_count; i++) {
		if (vcpus[i].running)
			write_run(&vcpus[i], false);
	}
	if (fclose(out))
		fprintf(stderr, "count: could not write the counts: %s\n", strerror(errno));
}

QEMU_PLUGIN_EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argc, char **argv)
{
	if (!info->system_emulation || strcmp(info->target_name, "x86_64")) {
		fprintf(stderr, "count: unexpected emulator of %s, expected qemu-system-x86_64\n", info->target_name);
		return -1;
	}
	if (argc != 1 || strncmp(argv[0], "out=", 4) || !argv[0][4]) {
		fprintf(stderr, "count: unexpected arguments, expected one: out=FILE\n");
		return -1;
	}
	vcpu_count = info->system.max_vcpus;
	vcpus = aligned_alloc(_Alignof(struct vcpu), vcpu_count * sizeof(*vcpus));
	out = fopen(argv[0] + 4, "w");
	if (!vcpus || !out) {
		fprintf(stderr, "count: could not open %s: %s\n", argv[0] + 4, strerror(errno));
		return -1;
	}
	memset(vcpus, 0, vcpu_count * sizeof(*vcpus));
	fprintf(out, "{\"format\":\"quiesce-counts\",\"version\":1,\"cpus\":%u}\n", vcpu_count);
	fflush(out);
	qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
	qemu_plugin_register_atexit_cb(id, on_exit_of_emulator, NULL);
	return 0;
}
