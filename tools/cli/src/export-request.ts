/** What an export is asked for. It stands apart from what exports, which a command that only starts has no use for. */
export const languages = ['promela', 'tla'] as const;

export interface ExportRequest {
  readonly language: (typeof languages)[number];
  readonly scenario: string;
  readonly option: string;
  /** As the user gave it; absent: to standard output. */
  readonly output?: string;
  readonly config?: string;
}
