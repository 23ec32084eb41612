/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What an x86-64 instruction costs besides being one, read from its bytes. Only what is counted is told apart: the lengths of
 * instructions are the emulator's business.
 */
#ifndef DECODE_H
#define DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Marks are an eight-byte nop, 0f 1f 84 00 disp32, with this in the upper 24 bits of the displacement. */
#define MARK_SIGNATURE 0x51554900u

enum mark {
	MARK_NONE = 0,
	MARK_TICK = 1,
	MARK_START = 2,
	MARK_STOP = 3,
	MARK_ZERO = 4,
	MARK_ONE = 5,
};

struct kinds {
	bool locked;	/* a read-modify-write on memory that excludes other processors */
	bool barrier;	/* ... of no other use than its ordering: add or or of 0 to the stack, smp_mb() since 4.15 */
	bool mfence, lfence, sfence;
};

static inline bool is_prefix(uint8_t byte)
{
	switch (byte) {
	case 0x26: case 0x2e: case 0x36: case 0x3e: case 0x64: case 0x65:	/* segments */
	case 0x66: case 0x67: case 0xf0: case 0xf2: case 0xf3:
		return true;
	}
	return false;
}

/* bytes[0] is the opcode of a group 1 instruction (80 to 83) behind its prefixes; size counts from there. */
static inline bool adds_nothing_to_stack(const uint8_t *bytes, size_t size)
{
	size_t immediate = bytes[0] == 0x81 ? 4 : 1;
	size_t i;

	/* 83 /0 or /1, a memory operand with a SIB byte, whose base is the stack pointer and which has no index */
	if (size < 3 + immediate || bytes[0] < 0x80)
		return false;
	if (bytes[1] >> 6 == 3 || (bytes[1] & 7) != 4 || (bytes[1] >> 3 & 7) > 1 || (bytes[2] & 0x3f) != 0x24)
		return false;
	for (i = size - immediate; i < size; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static inline struct kinds decode(const uint8_t *bytes, size_t size)
{
	struct kinds kinds = { 0 };
	bool lock = false, mandatory = false;
	size_t i = 0;

	for (; i < size && is_prefix(bytes[i]); i++) {
		lock |= bytes[i] == 0xf0;
		mandatory |= bytes[i] == 0x66 || bytes[i] == 0xf2 || bytes[i] == 0xf3;
	}
	if (i < size && (bytes[i] & 0xf0) == 0x40)	/* REX */
		i++;
	if (i + 1 >= size)
		return kinds;

	/* xchg with memory is locked by itself. */
	kinds.locked = lock || ((bytes[i] == 0x86 || bytes[i] == 0x87) && bytes[i + 1] >> 6 != 3);
	kinds.barrier = lock && bytes[i] >= 0x80 && bytes[i] <= 0x83 && adds_nothing_to_stack(bytes + i, size - i);

	/* The same opcode with a prefix, or with memory, is something else: clwb, umonitor, xsave. */
	if (!mandatory && i + 2 < size && bytes[i] == 0x0f && bytes[i + 1] == 0xae && bytes[i + 2] >> 6 == 3) {
		kinds.lfence = (bytes[i + 2] >> 3 & 7) == 5;
		kinds.mfence = (bytes[i + 2] >> 3 & 7) == 6;
		kinds.sfence = (bytes[i + 2] >> 3 & 7) == 7;
	}
	return kinds;
}

static inline enum mark decode_mark(const uint8_t *bytes, size_t size)
{
	static const uint8_t nop[] = { 0x0f, 0x1f, 0x84, 0x00 };
	uint32_t displacement;

	if (size != sizeof(nop) + sizeof(displacement) || memcmp(bytes, nop, sizeof(nop)))
		return MARK_NONE;
	displacement = bytes[4] | bytes[5] << 8 | bytes[6] << 16 | (uint32_t)bytes[7] << 24;
	if ((displacement & ~0xffu) != MARK_SIGNATURE || (displacement & 0xff) > MARK_ONE)
		return MARK_NONE;
	return displacement & 0xff;
}

#endif /* DECODE_H */
