/**
 * The room `bench` of kernel.json: what is measured, and with which programs of the guest, one for each interface.
 *
 * A bench program makes one cheap system call in a loop, without and with tracing. It takes `-n CALLS -t THREADS -r ROUNDS
 * -e private|shared|global` and, for a callback that does something, its name as an option such as `--sync`. Thread i is pinned to processor i. A
 * round is an untraced loop and a traced one; each loop of each thread prints a line that `bench-lines.ts` reads, and has the
 * marks in it that the plugin counts by.
 */
import { z } from 'zod';
import { engines } from '../costs/cost-report.js';

const word = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const command = z
  .string()
  .regex(/^[^\s"'\\]\S*( \S+)*$/)
  .describe('a command of the guest: words with one blank between them');
const commands = z.array(command).min(1).describe('a list of commands of the guest');
const many = z.int().min(1).max(10_000_000).describe('a whole number from 1 to 10000000');

const loops = z.strictObject({ calls: many, rounds: many });

const programSchema = z
  .strictObject({
    /** Only series of this one are measured with it: a program knows one interface. */
    rfc: z.int().min(1).optional().describe('the number of an RFC'),
    /** What is run before, such as insmod. */
    setup: commands.optional(),
    command,
    /** Prints the bytes of a task and an engine. */
    footprint: command.optional(),
    threads: z
      .array(z.int().min(1).max(64))
      .min(1)
      .default([1, 2])
      .describe('a list of whole numbers from 1 to 64'),
    engines: z
      .array(z.enum(engines))
      .min(1)
      .default(['private', 'shared'])
      .describe(`a list of ${engines.join(', ')}`),
    /** Loops in which calls are counted need not be long: the most frequent cost is asked for. */
    count: loops.prefault({ calls: 5000, rounds: 2 }).describe('an object with calls and rounds'),
    time: loops.prefault({ calls: 50_000, rounds: 10 }).describe('an object with calls and rounds'),
    /** By id of series: callbacks that it is measured with besides one that does nothing. */
    callbacks: z
      .record(word, z.array(word).min(1).describe('a list of names of callbacks'))
      .default({})
      .describe('an object with a list of callbacks for each series'),
  })
  .describe('an object with command and what is measured with it');

export const benchConfigSchema = z
  .strictObject({
    config: word.describe('the name of a configuration'),
    /**
     * Of the machine: as many as threads at least, and more than one, since a kernel that finds itself alone patches its lock
     * prefixes away.
     */
    processors: z.int().min(2).max(64).default(2).describe('a whole number from 2 to 64'),
    programs: z.array(programSchema).min(1).describe('a list of objects'),
    /** The fast paths as a program in C, for this machine and without a kernel; see fast-path.ts. */
    fastPath: z
      .strictObject({
        source: z.string().min(1).describe('a path relative to this file'),
        rfc: z.int().min(1).optional().describe('the number of the RFC that has its options'),
      })
      .optional()
      .describe('an object with source and rfc'),
    /** A file with figures of others and what was said of them. */
    published: z.string().min(1).optional().describe('a path relative to this file'),
  })
  .describe('an object with config and programs');

export type BenchConfig = z.output<typeof benchConfigSchema>;
export type BenchProgram = BenchConfig['programs'][number];
