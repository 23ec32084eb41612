/** An engine that is attached while the task makes a report gets no callback from that report. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { attachCalled, callbackStarts, reportBegins, reportEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  reporting: boolean;
  /** The engine came while the report was under way. */
  late: boolean;
}

export const attachNotThisEvent: Property<DetachWorld> = {
  id: 'attach/notThisEvent',
  clause: 'attach.not-this-event',
  kind: 'always',
  scenarios: ['attach-in-callback', 'attach-and-signal'],
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, reporting: false, late: false });
      return [
        on(reportBegins, (one) => {
          if (one === task) seen.reporting = true;
        }),
        on(reportEnds, (one) => {
          if (one !== task) return;
          seen.reporting = false;
          seen.late = false;
        }),
        on(attachCalled, (one) => {
          if (one !== engine || !seen.reporting) return;
          applies();
          seen.late = true;
        }),
        on(callbackStarts, (one) => {
          if (one === engine && seen.late) violated();
        }),
      ];
    }),
};
